package placewatch;

import java.util.Optional;
import placewatch.bridge.Connection;

/// One connection, what its screens keep, and the demo building behind it if it is ours to end.
record Session(Connection connection, Workspace workspace, Optional<DemoBuilding> demo) implements AutoCloseable {

    /// Over within a second, and the building only after the connection to it said goodbye. Any thread.
    @Override
    public void close() {
        connection.close();
        demo.ifPresent(DemoBuilding::close);
        workspace.close();
    }
}
