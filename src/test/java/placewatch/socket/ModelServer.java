package placewatch.socket;

import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import placewatch.protocol.Credential;
import placewatch.protocol.Failure;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.protocol.Utf8;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// A server without a network that binds as the real one does (protocol.md, Binding): a bind takes a moment, within
/// which an unbind does nothing and another bind leaks a subscription; unbinding is not counted; a variable that is
/// bound is not told again; answers come in any order. It keeps a record of what a client did wrong.
final class ModelServer implements Wire.Factory {

    private static final int LONGEST_MICROS = 3_000;

    private record Event(long due, long order, Runnable what) { }

    private final ObjectMapper mapper = new ObjectMapper();
    private final Random chance;
    private final Map<StatusKey, Integer> values = new HashMap<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger leaked = new AtomicInteger();
    private final AtomicInteger boundTwice = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger binds = new AtomicInteger();
    private final AtomicInteger unbinds = new AtomicInteger();
    private @Nullable Peer peer;

    ModelServer(long seed) {
        chance = new Random(seed);
    }

    @Override
    public Wire wire(URI address, Credential credential, long generation, Wire.Events events) {
        return new Peer(generation, events);
    }

    /// What is bound on the present connection.
    synchronized Set<StatusKey> bound() {
        return peer == null ? Set.of() : Set.copyOf(peer.bound);
    }

    synchronized int value(StatusKey key) {
        return values.getOrDefault(key, 0);
    }

    synchronized void change(StatusKey key) {
        values.merge(key, 1, Integer::sum);
        if (peer != null && peer.bound.contains(key)) {
            peer.tell(key);
        }
    }

    /// Breaks the present connection off.
    void drop() {
        Peer gone;
        synchronized (this) {
            gone = peer;
        }
        if (gone != null) {
            gone.end();
        }
    }

    /// Subscriptions that nobody can end any more.
    int leaked() {
        return leaked.get();
    }

    /// Binds of what was bound.
    int boundTwice() {
        return boundTwice.get();
    }

    /// Binds that were sent before an earlier one of the same variable was answered.
    int atOnce() {
        return atOnce.get();
    }

    int binds() {
        return binds.get();
    }

    int unbinds() {
        return unbinds.get();
    }

    int connections() {
        return connections.get();
    }

    private final class Peer implements Wire {
        private final Events events;
        private final Thread thread;
        private final Queue<Event> coming =
                new PriorityQueue<>(Comparator.comparingLong(Event::due).thenComparingLong(Event::order));
        private final Map<StatusKey, Long> lastTold = new HashMap<>();
        private final Set<StatusKey> bound = new HashSet<>();
        private final Set<StatusKey> unanswered = new HashSet<>();
        private long order;
        private boolean ended;

        Peer(long generation, Events events) {
            this.events = events;
            thread = Thread.ofPlatform().daemon().name("model-server-" + generation).unstarted(this::deliver);
        }

        @Override
        public void start() {
            connections.incrementAndGet();
            synchronized (ModelServer.this) {
                peer = this;
            }
            thread.start();
        }

        @Override
        public boolean send(String frame) {
            synchronized (ModelServer.this) {
                if (ended) {
                    return false;
                }
                if (!frame.equals("ping")) {
                    receive(mapper.readTree(frame));
                }
                return true;
            }
        }

        private void receive(JsonNode frame) {
            long id = frame.get("id").asLong();
            StatusKey key = new StatusKey(new ModuleAddress(frame.get("sys").asString(), frame.get("mod").asString(),
                    frame.get("index").asInt()), frame.get("name").asString());
            if (frame.get("cmd").asString().equals("unbind")) {
                unbinds.incrementAndGet();
                bound.remove(key);
                later(soon(), () -> say("{\"id\":" + id + ",\"type\":\"success\"}"));
                return;
            }
            binds.incrementAndGet();
            atOnce.addAndGet(unanswered.add(key) ? 0 : 1);
            if (bound.contains(key)) {
                boundTwice.incrementAndGet();
                later(soon(), () -> answerBind(id, key));
                return;
            }
            later(soon(), () -> {
                synchronized (ModelServer.this) {
                    leaked.addAndGet(bound.add(key) ? 0 : 1);
                    later(soon(), () -> answerBind(id, key));
                    tell(key);
                }
            });
        }

        private void answerBind(long id, StatusKey key) {
            synchronized (ModelServer.this) {
                unanswered.remove(key);
            }
            say("{\"id\":" + id + ",\"type\":\"success\"}");
        }

        /// The values of one variable come in order, whatever else overtakes them.
        private void tell(StatusKey key) {
            int value = values.getOrDefault(key, 0);
            long due = Math.max(soon(), lastTold.getOrDefault(key, Long.MIN_VALUE));
            lastTold.put(key, due);
            later(due, () -> say("{\"id\":1,\"type\":\"notify\",\"value\":" + value + ",\"meta\":{\"sys\":\""
                    + key.module().system() + "\",\"mod\":\"" + key.module().module() + "\",\"index\":"
                    + key.module().index() + ",\"name\":\"" + key.name() + "\"}}"));
        }

        private void say(String frame) {
            byte[] utf8 = Utf8.bytes(frame);
            events.received();
            events.text(utf8, 0, utf8.length);
            events.over();
        }

        private long soon() {
            return System.nanoTime() + 1_000L * chance.nextInt(LONGEST_MICROS);
        }

        private void later(long due, Runnable what) {
            synchronized (ModelServer.this) {
                coming.add(new Event(due, order++, what));
                ModelServer.this.notifyAll();
            }
        }

        private void deliver() {
            events.opened();
            try {
                for (Event next = next(); next != null; next = next()) {
                    next.what.run();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            events.ended(new Failure.ConnectionLost("the model server dropped it"));
        }

        private @Nullable Event next() throws InterruptedException {
            synchronized (ModelServer.this) {
                while (!ended) {
                    Event first = coming.peek();
                    long wait = first == null ? Long.MAX_VALUE : first.due - System.nanoTime();
                    if (wait <= 0) {
                        return coming.remove();
                    }
                    ModelServer.this.wait(Math.min(1_000, wait / 1_000_000), (int) (wait % 1_000_000));
                }
                return null;
            }
        }

        private void end() {
            synchronized (ModelServer.this) {
                ended = true;
                bound.clear();
                if (peer == this) {
                    peer = null;
                }
                ModelServer.this.notifyAll();
            }
        }

        @Override
        public void goodbye() {
            end();
        }

        @Override
        public void cut() {
            end();
        }

        @Override
        public boolean awaitEnd(Duration patience) throws InterruptedException {
            return thread.join(patience);
        }
    }
}
