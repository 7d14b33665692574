package placewatch.screen.explore;

import java.time.Duration;
import placewatch.protocol.WireText;
import placewatch.settings.PastCalls;
import placewatch.socket.ExecResult;

/// What is kept of a call: how it ended, how long that took and how much came, but nothing of what came.
final class PastCall {

    private PastCall() {
    }

    static PastCalls.Call of(ExecRun run, CalledModule called, ExecResult result) {
        return switch (result) {
            case ExecResult.Returned(String json, Duration took) ->
                call(run, called, PastCalls.End.RETURNED, 0, json.length(), took);
            case ExecResult.Refused(var error, Duration took) ->
                call(run, called, PastCalls.End.REFUSED, error.number(), 0, took);
            case ExecResult.TimedOut(Duration took) -> call(run, called, PastCalls.End.NO_ANSWER, 0, 0, took);
            case ExecResult.ConnectionLost(Duration took) ->
                call(run, called, PastCalls.End.CONNECTION_LOST, 0, 0, took);
            case ExecResult.NotSent(var _) -> call(run, called, PastCalls.End.NOT_SENT, 0, 0, Duration.ZERO);
        };
    }

    /// The person stopped waiting after that time.
    static PastCalls.Call stopped(ExecRun run, CalledModule called, Duration after) {
        return call(run, called, PastCalls.End.STOPPED_WAITING, 0, 0, after);
    }

    private static PastCalls.Call call(ExecRun run, CalledModule called, PastCalls.End end, int code, long size,
            Duration took) {
        // half characters, which no call is sent with, go into no file either; and a clock may be set back
        return new PastCalls.Call(run.startedAt(), run.module().system(), called.system(), run.module().module(),
                run.module().index(), called.driver(), WireText.mended(run.function()), CallWords.mended(run.shown()),
                end, code, size, took.isNegative() ? Duration.ZERO : took);
    }
}
