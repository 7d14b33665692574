package placewatch.screen.explore;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import placewatch.bridge.Connection;
import placewatch.control.Texts;
import placewatch.log.LogSource;
import placewatch.socket.ExecResult;

/// A call among the lines of the log: made, and how it ended. What it returned is not repeated there: that may be long,
/// and may be a secret.
final class LoggedCall {

    private final Connection connection;
    private final LogSource module;
    private final String call;

    /// @param call as a line without secrets
    LoggedCall(Connection connection, Supplier<LogSource> module, String call) {
        this.connection = connection;
        this.module = module.get();
        this.call = call;
    }

    void made() {
        say("exec " + call + "  by you");
    }

    void ended(ExecResult result) {
        say(switch (result) {
            case ExecResult.Returned(String json, Duration took) -> call + " returned " + Texts.size(json.length())
                    + " after " + time(took);
            case ExecResult.Refused(var error, Duration took) -> call + " failed after " + time(took) + ": "
                    + Texts.error(error);
            case ExecResult.TimedOut(Duration took) -> call + " was not answered within " + time(took)
                    + "; it may still happen";
            case ExecResult.ConnectionLost(Duration took) -> call + ": the connection was lost after " + time(took)
                    + "; nobody knows whether it happened";
            case ExecResult.NotSent(String _) -> "not sent: " + call;
        });
    }

    void late(ExecResult answer) {
        say("late: " + (answer instanceof ExecResult.Returned(String json, Duration _)
                ? call + " returned " + Texts.size(json.length()) : call + " failed"));
    }

    private static String time(Duration took) {
        return took.toMillis() < 10_000 ? took.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }

    private void say(String words) {
        connection.logs().call(connection.now(), module, words);
    }
}
