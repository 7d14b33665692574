package placewatch.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import placewatch.protocol.StatusKey;

/// Makes faults, chosen by chance, and mends them again. One thread.
final class Trouble {

    private static final StatusKey LATE = new StatusKey(DemoServer.LAB, "text");
    private static final Duration LONGEST_SAYING = Duration.ofSeconds(2);
    private static final Duration LONGEST_HALF_OPEN = Duration.ofSeconds(10);

    private final FaultyLink link;
    private final DemoServer server;
    private final Runnable call;
    private final Runnable retryNow;
    private final Random chance;
    private final Map<Fault, Integer> made = new EnumMap<>(Fault.class);
    private final List<byte[]> garbage = new ArrayList<>(Garbage.frames().values());
    private final List<byte[]> brokenBytes = List.copyOf(Garbage.bytes().values());
    private final List<Fault> urn = new ArrayList<>();
    private int lateValues;
    private int intoNothing;
    private Fault latest = Fault.RESET;

    /// @param call     has the client call a function
    /// @param retryNow the person presses the button
    Trouble(FaultyLink link, DemoServer server, Runnable call, Runnable retryNow, Random chance) {
        this.link = link;
        this.server = server;
        this.call = call;
        this.retryNow = retryNow;
        this.chance = chance;
        garbage.addAll(Garbage.strays().values());
        garbage.add(ServerFrames.binary(new byte[] {0, 1, 2, (byte) 0xff}));
        garbage.add(Garbage.brokenText());
        for (Fault fault : Fault.values()) {
            IntStream.range(0, fault.weight()).forEach(_ -> urn.add(fault));
        }
    }

    Map<Fault, Integer> made() {
        return made;
    }

    /// Faults that were made while there was no connection to be harmed.
    int intoNothing() {
        return intoNothing;
    }

    Fault latest() {
        return latest;
    }

    /// Values sent right before their connection was cut.
    int lateValues() {
        return lateValues;
    }

    /// Makes one and mends it. True if the connection must have been lost over it.
    boolean make() {
        Fault fault = urn.get(chance.nextInt(urn.size()));
        made.merge(fault, 1, Integer::sum);
        latest = fault;
        List<LinkLine> lines = List.copyOf(link.sockets());
        intoNothing += lines.isEmpty() ? 1 : 0;
        boolean lost = switch (fault) {
            case RESET -> {
                lines.forEach(LinkLine::reset);
                yield true;
            }
            case END_WITHOUT_GOODBYE -> {
                lines.forEach(LinkLine::finish);
                yield true;
            }
            case CLOSE_FRAME -> {
                lines.forEach(line -> line.close(1000 + chance.nextInt(2) * 12, "chaos"));
                yield true;
            }
            case HALF_OPEN -> {
                lines.forEach(line -> line.flow(Lane.Flow.LOST));
                if (!until(() -> link.sockets().stream().noneMatch(lines::contains), LONGEST_HALF_OPEN)) {
                    throw new AssertionError("a half-open connection was not found out");
                }
                yield true;
            }
            case STALL -> {
                lines.forEach(line -> line.flow(Lane.Flow.HELD));
                pause(50, 900);
                lines.forEach(line -> line.flow(Lane.Flow.PASSES));
                yield false;
            }
            case BLACK_HOLE -> behind(new Door.BlackHole(), lines, 100, 900);
            case SLAMMED_DOOR -> behind(new Door.Slammed(), lines, 20, 300);
            case BUSY -> behind(busy(), lines, 20, 300);
            case KEY_REFUSED -> {
                boolean over = behind(chance.nextBoolean()
                        ? Door.Answering.with("401 Unauthorized", "", "{\"error\":\"unknown key\"}")
                        : Door.Answering.with("403 Forbidden", "", ""), lines, 50, 300);
                retryNow.run();
                yield over;
            }
            case DELAY -> at(new Pace.Delayed(Duration.ofMillis(20 + chance.nextInt(200))), 50, 500);
            case ANY_ORDER -> {
                // right after the binds go out, so that there are answers to shuffle
                link.pace(new Pace.Shuffled(Duration.ofMillis(10 + chance.nextInt(40)),
                        new Random(chance.nextLong())));
                lines.forEach(LinkLine::reset);
                pause(200, 600);
                link.pace(new Pace.Straight());
                yield true;
            }
            case TRICKLE -> at(new Pace.Trickling(100 + chance.nextInt(2_000), Duration.ofMillis(1)), 50, 400);
            case GARBAGE -> {
                int count = 1 + chance.nextInt(4);
                IntStream.range(0, count).forEach(_ -> {
                    byte[] frame = garbage.get(chance.nextInt(garbage.size()));
                    lines.forEach(line -> line.say(frame));
                });
                yield false;
            }
            case BROKEN_BYTES -> {
                byte[] bytes = brokenBytes.get(chance.nextInt(brokenBytes.size()));
                lines.forEach(line -> line.say(bytes));
                yield true;
            }
            case RESTART -> {
                server.restart();
                link.leadTo(server.address());
                yield true;
            }
            case LATE_VALUE -> {
                lines.forEach(this::sayTooLate);
                yield true;
            }
        };
        return lost && !lines.isEmpty();
    }

    /// So much that the client still reads when it finds, by what it sends, that the connection is gone, and a new one
    /// is open before it is through.
    private void sayTooLate(LinkLine line) {
        lateValues++;
        String text = "late %06d ".formatted(lateValues) + "z".repeat(8_000_000 + chance.nextInt(12_000_000));
        line.say(ServerFrames.text(Delivered.notification(LATE, "\"" + text + "\"")));
        until(line::isSaid, LONGEST_SAYING);
        pause(0, 20);
        line.reset();
        for (int i = 0; i < 12; i++) {
            call.run();
            retryNow.run();
            pause(1, 4);
        }
    }

    private boolean behind(Door door, List<LinkLine> lines, int leastMillis, int mostMillis) {
        link.door(door);
        lines.forEach(LinkLine::reset);
        pause(leastMillis, mostMillis);
        link.door(new Door.Open());
        return true;
    }

    private boolean at(Pace pace, int leastMillis, int mostMillis) {
        link.pace(pace);
        pause(leastMillis, mostMillis);
        link.pace(new Pace.Straight());
        return false;
    }

    private Door busy() {
        String patience = chance.nextInt(5) == 0 ? "Retry-After: 1\r\n" : "";
        return switch (chance.nextInt(5)) {
            case 0 -> Door.Answering.with("429 Too Many Requests", patience, "");
            case 1 -> Door.Answering.with("502 Bad Gateway", "", "<h1>Bad gateway</h1>");
            case 2 -> Door.Answering.with("503 Service Unavailable", patience, "");
            case 3 -> Door.Answering.with("404 Not Found", "", "");
            default -> Door.Answering.with("500 Internal Server Error", "", "it broke");
        };
    }

    private static boolean until(BooleanSupplier condition, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - until > 0) {
                return false;
            }
            LockSupport.parkNanos(500_000);
        }
        return true;
    }

    /// A moment, whatever state all is in.
    void pause(int leastMillis, int mostMillis) {
        long until = System.nanoTime() + 1_000_000L * (leastMillis + chance.nextInt(mostMillis - leastMillis));
        while (System.nanoTime() - until < 0) {
            LockSupport.parkNanos(Math.max(1, until - System.nanoTime()));
        }
    }
}
