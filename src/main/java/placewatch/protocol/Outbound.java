package placewatch.protocol;

import java.util.List;

/// One frame to the server.
public sealed interface Outbound {

    /// Watch a variable.
    record Bind(long id, StatusKey key) implements Outbound { }

    /// Stop watching it. It ends every bind of that variable on this connection.
    record Unbind(long id, StatusKey key) implements Outbound { }

    /// Call a function.
    ///
    /// @param args JSON texts by position, put into the frame as they are
    record Exec(long id, ModuleAddress module, String function, List<String> args) implements Outbound {
        public Exec {
            args = List.copyOf(args);
        }
    }

    /// Stream a module's debug lines. Today's servers want the module id in the place of the module's name.
    record Debug(long id, ModuleAddress asked) implements Outbound { }

    /// End such a stream: `asked` must repeat what the debug asked for, all three parts.
    record Ignore(long id, ModuleAddress asked) implements Outbound { }

    /// Are you there?
    record Ping() implements Outbound { }
}
