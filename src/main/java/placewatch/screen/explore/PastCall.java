package placewatch.screen.explore;

import java.time.Duration;
import placewatch.protocol.WireText;
import placewatch.settings.PastCalls;
import placewatch.socket.ExecResult;

/// What is kept of a call: how it ended, how long that took and how much came, but nothing of what came.
final class PastCall {

    private PastCall() {
    }

    static PastCalls.Call of(ExecRun run, ExecResult result) {
        return switch (result) {
            case ExecResult.Returned(String json, Duration took) ->
                call(run, PastCalls.End.RETURNED, 0, json.length(), took);
            case ExecResult.Refused(var error, Duration took) ->
                call(run, PastCalls.End.REFUSED, error.number(), 0, took);
            case ExecResult.TimedOut(Duration took) -> call(run, PastCalls.End.NO_ANSWER, 0, 0, took);
            case ExecResult.ConnectionLost(Duration took) ->
                call(run, PastCalls.End.CONNECTION_LOST, 0, 0, took);
            case ExecResult.NotSent(var _) -> call(run, PastCalls.End.NOT_SENT, 0, 0, Duration.ZERO);
        };
    }

    /// The person stopped waiting after that time.
    static PastCalls.Call stopped(ExecRun run, Duration after) {
        return call(run, PastCalls.End.STOPPED_WAITING, 0, 0, after);
    }

    private static PastCalls.Call call(ExecRun run, PastCalls.End end, int code, long size,
            Duration took) {
        // half characters, which no call is sent with, go into no file either; and a clock may be set back
        return new PastCalls.Call(run.startedAt(), run.module().system(), run.called().system(), run.module().module(),
                run.module().index(), run.called().driver(), WireText.mended(run.function()), CallWords.mended(run.shown()),
                end, code, size, took.isNegative() ? Duration.ZERO : took);
    }
}
