package placewatch.screen.explore;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import placewatch.protocol.ModuleAddress;
import placewatch.settings.PastCalls;
import placewatch.socket.ExecResult;

/// One call that was made from here: running until its result is there, or until nobody waits for it any more. What is
/// shown of its arguments holds no secrets.
final class ExecRun {

    /// How far a call is.
    sealed interface Stage { }

    /// No answer yet.
    record Running() implements Stage { }

    /// It came to this.
    record Ended(ExecResult result) implements Stage { }

    /// The person stopped waiting.
    record Stopped(Duration after) implements Stage { }

    /// An answer came when nobody waited for it any more.
    record Late(ExecResult answer, Duration after) implements Stage { }

    private final CalledModule called;
    private final ModuleAddress module;
    private final CallOrder order;
    private final Instant startedAt;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(new Running());
    private final ReadOnlyStringWrapper frame = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<CallChanges> changes = new ReadOnlyObjectWrapper<>(CallChanges.none());
    private @Nullable CallRound round;
    private @Nullable Instant endedAt;

    /// One that is made now, where the module is now.
    ExecRun(CalledModule called, CallOrder order, Instant startedAt) {
        this.called = called;
        this.module = called.address().get();
        this.order = order;
        this.startedAt = startedAt;
    }

    /// The module as it was called, which may have moved since.
    CalledModule called() {
        return called;
    }

    /// Where it was called.
    ModuleAddress module() {
        return module;
    }

    /// It is one of those.
    void in(CallRound all) {
        round = all;
    }

    /// The calls that it was made with, on several modules; empty for one of the open module alone.
    Optional<CallRound> round() {
        return Optional.ofNullable(round);
    }

    String function() {
        return order.function();
    }

    /// As they were sent, secrets too: to be sent again and nothing else.
    List<String> args() {
        return order.args();
    }

    List<PastCalls.Argument> shown() {
        return order.shown();
    }

    /// `"hdmi2", 3`, without secrets.
    String arguments() {
        return shown().stream().map(PastCalls.Argument::text).collect(Collectors.joining(", "));
    }

    Instant startedAt() {
        return startedAt;
    }

    /// Until when what changes on the module is told with it: a while after the answer.
    Instant followedUntil(Duration after, Instant now) {
        return endedAt == null ? now : endedAt.plus(after);
    }

    /// What became of it, if that is known.
    Optional<ExecResult> result() {
        return switch (stage.get()) {
            case Ended(ExecResult result) -> Optional.of(result);
            case Late(ExecResult answer, var _) -> Optional.of(answer);
            case Running(), Stopped(var _) -> Optional.empty();
        };
    }

    /// Of its answer, in characters.
    long size() {
        return result().orElse(null) instanceof ExecResult.Returned(String json, var _) ? json.length() : 0;
    }

    boolean running() {
        return stage.get() instanceof Running;
    }

    /// What became of it, at that moment.
    void result(ExecResult end, Instant at) {
        switch (stage.get()) {
            case Running() -> {
                endedAt = at;
                stage.set(new Ended(end));
            }
            // nobody waits for word that there is none
            case Stopped(var _), Ended(var _), Late(var _, var _) -> {
                if (end instanceof ExecResult.Returned || end instanceof ExecResult.Refused) {
                    endedAt = at;
                    stage.set(new Late(end, Duration.between(startedAt, at)));
                }
            }
        }
    }

    void stop(Instant at) {
        if (running()) {
            endedAt = at;
            stage.set(new Stopped(Duration.between(startedAt, at)));
        }
    }

    void frame(String sent) {
        frame.set(sent);
    }

    void changes(CallChanges found) {
        changes.set(found);
    }

    ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /// The frame that went out, secrets masked; empty while none did.
    ReadOnlyStringProperty frameProperty() {
        return frame.getReadOnlyProperty();
    }

    /// What has changed on the module since.
    ReadOnlyObjectProperty<CallChanges> changesProperty() {
        return changes.getReadOnlyProperty();
    }
}
