package placewatch.screen.explore;

import placewatch.bridge.Connection;
import placewatch.protocol.ModuleAddress;
import placewatch.rest.ControlSystem;
import placewatch.rest.Module;

/// The chosen module: its three panes.
final class ModuleModel implements AutoCloseable {

    private final ControlSystem system;
    private final ModuleRow row;
    private final StatusModel status;
    private final ExecModel exec;
    private final LogModel log;
    private final Actions actions;
    private boolean running;

    /// @param lookAgain looks how the system's modules are now
    ModuleModel(Connection connection, ControlSystem system, ModuleRow row, Runnable lookAgain) {
        actions = new Actions(connection, lookAgain);
        this.system = system;
        this.row = row;
        running = row.module().running();
        status = new StatusModel(connection, row.address(), running);
        log = new LogModel(connection, row.address(), row.module().id());
        exec = new ExecModel(connection, row.address(), log::exec, log::notSent);
    }

    ModuleAddress address() {
        return row.address();
    }

    ControlSystem system() {
        return system;
    }

    ModuleRow row() {
        return row;
    }

    /// The server told about it again.
    void moduleIs(Module module) {
        status.running(module.running());
        if (module.running() && !running) {
            // a restarted module writes to nobody who listened before
            log.askAgain();
        }
        running = module.running();
    }

    StatusModel status() {
        return status;
    }

    ExecModel exec() {
        return exec;
    }

    LogModel log() {
        return log;
    }

    Actions actions() {
        return actions;
    }

    @Override
    public void close() {
        actions.close();
        status.close();
        exec.close();
        log.close();
    }
}
