package placewatch.socket;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import placewatch.protocol.Inbound;
import placewatch.protocol.ServerError;

/// Requests that wait for their answers, which come in any order. Confined to turns.
final class PendingCalls {

    /// What became of a request: one of these is called, and after `unanswered` perhaps a late `success` or `error`.
    interface Answer {
        void success(Inbound.Success success);

        void error(ServerError error);

        void unanswered(Duration waited);

        /// The connection ended first.
        void lost();
    }

    private record Call(Answer answer, long sent, Duration deadline) { }

    /// Answers later than their deadline are still of use, but a silent server must not fill the memory.
    private static final int LATE_LIMIT = 4_096;

    private final Map<Long, Call> waiting = new LinkedHashMap<>();
    private final Map<Long, Answer> late = new LinkedHashMap<>();

    void add(long id, long now, Duration deadline, Answer answer) {
        waiting.put(id, new Call(answer, now, deadline));
    }

    /// False if nothing of that id was asked on this connection.
    boolean success(long id, Inbound.Success success) {
        Answer answer = take(id);
        if (answer != null) {
            answer.success(success);
        }
        return answer != null;
    }

    /// False if nothing of that id was asked on this connection.
    boolean error(long id, ServerError error) {
        Answer answer = take(id);
        if (answer != null) {
            answer.error(error);
        }
        return answer != null;
    }

    /// Tells those whose deadline has passed.
    void expire(long now) {
        List<Long> due = new ArrayList<>();
        waiting.forEach((id, call) -> {
            if (now - call.sent >= call.deadline.toNanos()) {
                due.add(id);
            }
        });
        for (Long id : due) {
            Call call = waiting.remove(id);
            late.put(id, call.answer);
            if (late.size() > LATE_LIMIT) {
                late.remove(late.keySet().iterator().next());
            }
            call.answer.unanswered(Duration.ofNanos(now - call.sent));
        }
    }

    /// The connection ended: tells all that still waited, and forgets the late ones.
    void lost() {
        List<Call> calls = List.copyOf(waiting.values());
        waiting.clear();
        late.clear();
        calls.forEach(call -> call.answer.lost());
    }

    int size() {
        return waiting.size();
    }

    private @Nullable Answer take(long id) {
        Call call = waiting.remove(id);
        return call != null ? call.answer : late.remove(id);
    }
}
