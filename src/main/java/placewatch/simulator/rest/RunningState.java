package placewatch.simulator.rest;

import java.util.function.Consumer;
import placewatch.simulator.building.DemoModule;

/// Starts and stops modules for REST. Safe on any thread.
///
/// @param started  told the id of each module that this started
record RunningState(Consumer<String> started) {

    void start(DemoModule module) {
        if (!module.running()) {
            module.start();
            started.accept(module.id());
        }
    }

    void stop(DemoModule module) {
        if (module.running()) {
            module.stop();
        }
    }
}
