package placewatch.socket;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import placewatch.protocol.Inbound;
import placewatch.protocol.JsonText;
import placewatch.protocol.ServerError;
import placewatch.protocol.WireText;

/// One exec under way: whatever happens becomes one result, and it is never sent again. An answer behind that is told
/// to the listener.
final class ExecCall implements PendingCalls.Answer {

    private final CompletableFuture<ExecResult> result;
    private final UnaryOperator<String> dialect;
    private final LongSupplier nanoTime;
    private final ExecListener listener;
    private final long began;

    /// @param dialect  turns the value as it came into JSON text
    /// @param nanoTime tells how long it took
    /// @param listener hears of an answer that comes too late
    ExecCall(CompletableFuture<ExecResult> result, UnaryOperator<String> dialect, LongSupplier nanoTime,
            ExecListener listener) {
        this.listener = listener;
        this.result = result;
        this.dialect = dialect;
        this.nanoTime = nanoTime;
        began = nanoTime.getAsLong();
    }

    /// Why it can't be sent, as a sentence.
    static Optional<String> problem(String function, List<String> args) {
        if (function.isBlank()) {
            return Optional.of("Nothing was sent: no function was named.");
        }
        if (!WireText.canTravel(function)) {
            return Optional.of("Nothing was sent: the function's name has half a character in it.");
        }
        JsonText json = new JsonText();
        for (int i = 0; i < args.size(); i++) {
            Optional<String> problem = json.problemAsArgument(args.get(i));
            if (problem.isPresent()) {
                return Optional.of("Nothing was sent: argument " + (i + 1) + " " + problem.get() + ".");
            }
        }
        return Optional.empty();
    }

    @Override
    public void success(Inbound.Success success) {
        answered(new ExecResult.Returned(success.value().map(dialect).orElse("null"), took()));
    }

    @Override
    public void error(ServerError error) {
        answered(new ExecResult.Refused(error, took()));
    }

    private void answered(ExecResult answer) {
        if (!result.complete(answer)) {
            listener.late(answer);
        }
    }

    @Override
    public void unanswered(Duration waited) {
        result.complete(new ExecResult.TimedOut(waited));
    }

    @Override
    public void lost() {
        result.complete(new ExecResult.ConnectionLost(took()));
    }

    private Duration took() {
        return Duration.ofNanos(nanoTime.getAsLong() - began);
    }
}
