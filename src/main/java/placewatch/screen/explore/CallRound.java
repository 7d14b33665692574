package placewatch.screen.explore;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import placewatch.control.Mark;
import placewatch.control.Texts;
import placewatch.export.Cell;
import placewatch.export.ExportFormat;
import placewatch.export.ExportTable;
import placewatch.protocol.ServerError;
import placewatch.socket.ExecResult;

/// A call that was made on several modules together: one for each, and what came of all of them in a line.
final class CallRound {

    private static final int NAMED = 4;

    /// @param row where the module was listed when it was called
    record Member(ModuleRow row, ExecRun run) { }

    private enum Fate {
        RUNNING("running"), ANSWERED("answered"), FAILED("failed"), UNKNOWN("without an answer"),
        LEFT("not waited for");

        private final String words;

        Fate(String words) {
            this.words = words;
        }

        static Fate of(ExecRun run) {
            return run.running() ? RUNNING : run.result().map(result -> switch (result) {
                case ExecResult.Returned(var _, var _) -> ANSWERED;
                case ExecResult.Refused(var _, var _), ExecResult.NotSent(var _) -> FAILED;
                case ExecResult.TimedOut(var _), ExecResult.ConnectionLost(var _) -> UNKNOWN;
            }).orElse(LEFT);
        }
    }

    private final CallOrder order;
    private final List<Member> members;
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");

    /// @param members in the system's order, one at least
    CallRound(CallOrder order, List<Member> members) {
        this.order = order;
        this.members = List.copyOf(members);
        for (Member member : this.members) {
            member.run().in(this);
            member.run().stageProperty().addListener(_ -> sum());
        }
        sum();
    }

    private void sum() {
        List<String> parts = new ArrayList<>();
        int running = of(Fate.RUNNING).size();
        if (running > 0) {
            parts.add(running + " of " + members.size() + " running");
        }
        int answered = of(Fate.ANSWERED).size();
        if (answered > 0) {
            parts.add((answered == members.size() && answered > 1 ? "all " : "") + answered + " answered");
        }
        for (Fate fate : List.of(Fate.FAILED, Fate.UNKNOWN, Fate.LEFT)) {
            List<Member> these = of(fate);
            if (!these.isEmpty()) {
                parts.add(these.size() + " " + fate.words + ": " + these.stream().limit(NAMED).map(CallRound::named)
                        .collect(Collectors.joining(", ")) + (these.size() > NAMED ? ", …" : ""));
            }
        }
        summary.set(String.join(", ", parts));
    }

    private List<Member> of(Fate fate) {
        return members.stream().filter(member -> Fate.of(member.run()) == fate).toList();
    }

    private static String named(Member member) {
        return member.run().module().slug() + member.run().result().map(result -> switch (result) {
            case ExecResult.Refused(ServerError error, var _) -> " (error " + error.number() + ")";
            case ExecResult.NotSent(var _) -> " (not sent)";
            case ExecResult.Returned(var _, var _), ExecResult.TimedOut(var _) -> "";
            case ExecResult.ConnectionLost(var _) -> " (connection lost)";
        }).orElse("");
    }

    CallOrder order() {
        return order;
    }

    List<Member> members() {
        return members;
    }

    Instant startedAt() {
        return members.getFirst().run().startedAt();
    }

    /// Those that failed, that nobody knows of, or that nobody waited for.
    List<ModuleRow> unanswered() {
        return members.stream().filter(member -> !member.run().running() && Fate.of(member.run()) != Fate.ANSWERED)
                .map(Member::row).toList();
    }

    /// Those whose answers are still awaited.
    List<ExecRun> running() {
        return of(Fate.RUNNING).stream().map(Member::run).toList();
    }

    /// How it stands, by the worst of them.
    Mark mark() {
        return !of(Fate.RUNNING).isEmpty() ? Mark.WAITING
                : !of(Fate.FAILED).isEmpty() || !of(Fate.UNKNOWN).isEmpty() ? Mark.TROUBLE
                : !of(Fate.LEFT).isEmpty() ? Mark.STOPPED : Mark.GOOD;
    }

    /// `3 answered, 1 failed: Display_2 (error 7)`.
    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /// All of what came, a line for each module.
    String tabSeparated() {
        return ExportFormat.TAB_SEPARATED.text(new ExportTable(
                List.of("time", "module", "call", "outcome", "milliseconds", "answer"),
                members.stream().map(this::cells).toList()), ZoneId.systemDefault());
    }

    private List<Cell> cells(Member member) {
        ExecRun run = member.run();
        ExecResult result = run.result().orElse(null);
        Duration took = switch (result) {
            case ExecResult.Returned(var _, Duration time) -> time;
            case ExecResult.Refused(var _, Duration time) -> time;
            case ExecResult.TimedOut(Duration time) -> time;
            case ExecResult.ConnectionLost(Duration time) -> time;
            case ExecResult.NotSent(var _) -> Duration.ZERO;
            case null -> Duration.ZERO;
        };
        String answer = switch (result) {
            case ExecResult.Returned(String json, var _) -> json;
            case ExecResult.Refused(ServerError error, var _) -> Texts.error(error);
            case ExecResult.NotSent(String why) -> why;
            case ExecResult.TimedOut(var _), ExecResult.ConnectionLost(var _) -> "";
            case null -> "";
        };
        return List.of(Cell.time(run.startedAt()), Cell.text(run.module().slug()), Cell.text(order.call()),
                Cell.text(Fate.of(run).words), took.isZero() ? Cell.text("") : Cell.text(Long.toString(took.toMillis())),
                Cell.text(answer));
    }
}
