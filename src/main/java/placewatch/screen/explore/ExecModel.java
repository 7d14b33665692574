package placewatch.screen.explore;

import placewatch.bridge.Connection;
import placewatch.protocol.ModuleAddress;

/// Calls of the chosen module: the form of the next one, and those that were made. JavaFX thread.
final class ExecModel implements AutoCloseable {

    private final FormModel form;
    private final CallsModel calls;

    ExecModel(Connection connection, ModuleAddress address, CallBook book, CalledModule called, Alike alike) {
        form = new FormModel(connection, address, called.system());
        calls = new CallsModel(connection, book, called, alike, form::fill);
        calls.onEnd(form::preview);
    }

    /// What the next call will be.
    FormModel form() {
        return form;
    }

    /// What was called from here, and when.
    CallsModel calls() {
        return calls;
    }

    /// Sends the call, or asks before. Does nothing while the form has a problem.
    void run() {
        form.call().ifPresent(call -> calls.run(call.function(), call.names(), call.arguments()));
    }

    /// Asks on which modules the call is to be made. Does nothing while the form has a problem.
    void runOnSeveral() {
        form.call().ifPresent(call -> calls.several(call.function(), call.names(), call.arguments()));
    }

    /// The module is called by that address from now on; the form and the calls stay.
    void movedTo(ModuleAddress next) {
        calls.bar("");
        form.movedTo(next);
    }

    /// Nothing can be called from now on; the form and the calls stay.
    ///
    /// @param why in a few words; empty when it can be called again
    void bar(String why) {
        calls.bar(why);
        form.bar(why);
    }

    @Override
    public void close() {
        calls.close();
        form.close();
    }
}
