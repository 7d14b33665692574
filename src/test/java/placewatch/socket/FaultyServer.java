package placewatch.socket;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import placewatch.protocol.Credential;
import placewatch.protocol.Failure;
import placewatch.protocol.Utf8;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// A server in memory, in virtual time, that keeps the rules of today's servers (protocol.md) and fails on demand:
/// drops lines, leaves them half open, is a black hole, is late, mixes answers up, sends rubbish, refuses, restarts and
/// remembers nothing.
final class FaultyServer implements Wire.Factory {

    /// What the next attempts meet.
    sealed interface Door {
        record Open() implements Door { }

        record BlackHole() implements Door { }

        record Refuses(Failure why) implements Door { }
    }

    /// A frame as it came.
    record Received(Instant at, long generation, String frame) { }

    private final VirtualTime time;
    private final ObjectMapper json = new ObjectMapper();
    private final Random random = new Random(7);
    private final List<Session> sessions = new ArrayList<>();
    private final List<Received> received = new ArrayList<>();
    private final List<Instant> attempts = new ArrayList<>();
    private final Map<String, String> values = new HashMap<>();
    private Door door = new Door.Open();
    private Duration latency = Duration.ofMillis(5);
    private boolean silent;
    private boolean mixesUp;
    private int mostUnanswered;

    FaultyServer(VirtualTime time) {
        this.time = time;
    }

    void door(Door next) {
        door = next;
    }

    /// How long each answer takes.
    void latency(Duration next) {
        latency = next;
    }

    /// Takes everything and answers nothing, not even a ping.
    void silent(boolean now) {
        silent = now;
    }

    /// Answers that are due at one time go out in any order.
    void mixesUp() {
        mixesUp = true;
    }

    /// Sets a variable of Display_1 in sys-1 and tells whoever bound it.
    void value(String name, String value) {
        values.put(name, value);
        for (Session session : List.copyOf(sessions)) {
            if (session.bound.containsKey(name)) {
                session.deliver(news(name, value));
            }
        }
    }

    /// Sends the open lines a text as it is.
    void push(String frame) {
        List.copyOf(sessions).forEach(session -> session.deliver(frame));
    }

    void pushBinary(byte[] frame) {
        List.copyOf(sessions).forEach(session -> session.binary(frame));
    }

    /// Breaks every line off.
    void drop() {
        for (Session session : List.copyOf(sessions)) {
            session.end(new Failure.ConnectionLost("dropped"));
        }
    }

    /// The lines stay open as far as TCP knows, and nothing passes any more.
    void halfOpen() {
        sessions.forEach(session -> session.halfOpen = true);
    }

    List<Instant> attempts() {
        return attempts;
    }

    List<Received> received() {
        return received;
    }

    /// The names in the frames of that command, in order.
    List<String> names(String cmd) {
        return received.stream().map(Received::frame).filter(frame -> !frame.equals("ping"))
                .map(frame -> json.readTree(frame)).filter(node -> node.get("cmd").asString().equals(cmd))
                .map(node -> node.get("name").asString()).toList();
    }

    long pings() {
        return received.stream().filter(each -> each.frame().equals("ping")).count();
    }

    void forget() {
        received.clear();
        attempts.clear();
    }

    /// What is bound over all lines, each as often as a subscription stands for it: two are one leaked.
    List<String> bound() {
        List<String> all = new ArrayList<>();
        sessions.forEach(session -> session.bound.forEach(
                (name, count) -> all.addAll(Collections.nCopies(count, name))));
        Collections.sort(all);
        return all;
    }

    int lines() {
        return sessions.size();
    }

    /// The most requests that ever waited for their answers at once.
    int mostUnanswered() {
        return mostUnanswered;
    }

    static String news(String name, String value) {
        return "{\"id\":18,\"type\":\"notify\",\"value\":" + value
                + ",\"meta\":{\"sys\":\"sys-1\",\"mod\":\"Display\",\"index\":1,\"name\":\"" + name + "\"}}";
    }

    @Override
    public Wire wire(URI address, Credential credential, long generation, Wire.Events events) {
        return new Session(generation, events);
    }

    private final class Session implements Wire {

        private final long generation;
        private final Events events;
        private final Map<String, Integer> bound = new HashMap<>();
        private final Set<String> binding = new HashSet<>();
        private final List<Runnable> due = new ArrayList<>();
        private int unanswered;
        private boolean halfOpen;
        private @Nullable Failure over;

        Session(long generation, Events events) {
            this.generation = generation;
            this.events = events;
        }

        @Override
        public void start() {
            attempts.add(time.instant());
            switch (door) {
                case Door.Open() -> time.after(latency, () -> {
                    if (over == null) {
                        sessions.add(this);
                        events.opened();
                    }
                });
                case Door.BlackHole() -> { }
                case Door.Refuses(Failure why) -> time.after(latency, () -> end(why));
            }
        }

        @Override
        public boolean send(String frame) {
            if (over != null) {
                return false;
            }
            received.add(new Received(time.instant(), generation, frame));
            if (silent || halfOpen) {
                return true;
            }
            if (frame.equals("ping")) {
                answer(() -> deliver("pong"));
            } else {
                command(json.readTree(frame));
            }
            return true;
        }

        private void command(JsonNode command) {
            String id = command.get("id").toString();
            String name = command.get("name").asString();
            unanswered++;
            mostUnanswered = Math.max(mostUnanswered, unanswered);
            switch (command.get("cmd").asString()) {
                case "bind" -> {
                    // two binds in flight leak a subscription; a later one of what is bound does nothing
                    int more = binding.add(name) && bound.containsKey(name) ? 0 : 1;
                    answer(() -> {
                        binding.remove(name);
                        bound.merge(name, more, Integer::sum);
                        String value = values.get(name);
                        if (value != null) {
                            deliver(news(name, value));
                        }
                        success(id, "");
                    });
                }
                case "unbind" -> answer(() -> {
                    if (!binding.contains(name)) {
                        bound.remove(name);
                    }
                    success(id, "");
                });
                case "exec" -> answer(() -> success(id, ",\"value\":true,\"code\":200"));
                default -> answer(() -> success(id, ""));
            }
        }

        private void success(String id, String more) {
            unanswered--;
            deliver("{\"id\":" + id + ",\"type\":\"success\"" + more + "}");
        }

        private void answer(Runnable work) {
            due.add(work);
            time.after(latency, () -> {
                if (!due.isEmpty()) {
                    due.remove(mixesUp ? random.nextInt(due.size()) : 0).run();
                }
            });
        }

        void deliver(String frame) {
            if (over == null && !halfOpen) {
                byte[] utf8 = Utf8.bytes(frame);
                events.received();
                events.text(utf8, 0, utf8.length);
                events.over();
            }
        }

        void binary(byte[] frame) {
            events.received();
            events.binary(frame, 0, frame.length);
            events.over();
        }

        void end(Failure why) {
            if (over == null) {
                over = why;
                sessions.remove(this);
                events.ended(why);
            }
        }

        @Override
        public void goodbye() {
            end(new Failure.ConnectionLost("goodbye"));
        }

        @Override
        public void cut() {
            end(new Failure.ConnectionLost("cut"));
        }

        @Override
        public boolean awaitEnd(Duration patience) {
            return true;
        }
    }
}
