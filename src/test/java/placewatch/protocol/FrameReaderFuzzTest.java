package placewatch.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Damaged frames, a quarter of a million with each build and a million with the chaos run: the reader throws nothing,
/// says only what stands in the frame, and is never slow. `-Dplacewatch.seed=…` runs others,
/// `-Dplacewatch.fuzz.frames=…` more.
@Tag("fuzz")
class FrameReaderFuzzTest {

    private static final long SEED = Long.getLong("placewatch.seed", 42L);
    private static final int FRAMES = Integer.getInteger("placewatch.fuzz.frames", 1_000_000);
    private static final int VALUES = FRAMES / 10;
    private static final int BYTES = FRAMES / 5;
    private static final int LARGE = 60;
    private static final int HUGE = 6;
    private static final int MEGABYTE = 1_000_000;

    /// Every so many frames are also read by another reader, which builds a tree.
    private static final int COMPARED = 16;

    private final JsonText json = new JsonText();
    private final JsonMapper trees = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(1_000_000).build()).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /// What one thread did.
    private static final class Tally {
        private final Stopwatch watch = new Stopwatch();
        private final Map<String, Integer> kinds = new TreeMap<>();
        private long characters;
        private int gathered;

        private void count(String kind, int length) {
            kinds.merge(kind, 1, Integer::sum);
            characters += length;
        }

        private void print(String what) {
            System.out.printf("%s: %,d, %,d MB, seed %d, %s, %s%n", what,
                    kinds.values().stream().mapToInt(Integer::intValue).sum(), characters / MEGABYTE, SEED, kinds,
                    watch.words());
        }
    }

    @Test
    void damagedFramesAreReadOrSetAside() throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(2,
                Thread.ofPlatform().daemon().name("fuzz-", 0).factory())) {
            List<Future<Tally>> both = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                SplittableRandom chance = new SplittableRandom(SEED + i);
                both.add(threads.submit(() -> frames(chance, FRAMES / 2)));
            }
            both.getFirst().get().print("Damaged frames, first half");
            both.getLast().get().print("Damaged frames, second half");
            both.forEach(half -> assertThat(half.resultNow().gathered).isGreaterThan(FRAMES / 100));
            both.forEach(half -> assertThat(half.resultNow().kinds)
                    .containsOnlyKeys("Success", "Error", "Notify", "Debug", "Pong", "Unreadable"));
        }
    }

    private Tally frames(SplittableRandom chance, int count) {
        FrameReader reader = new FrameReader();
        FrameMutations mutations = new FrameMutations(chance);
        Tally tally = new Tally();
        for (int i = 0; i < count; i++) {
            boolean compared = i % COMPARED == 0;
            attempt(Utf8.travelled(mutations.frame()), frame -> {
                Inbound read = tally.watch.time(frame, () -> Utf8.read(reader, frame));
                tally.count(read.getClass().getSimpleName(), frame.length());
                obeysItsRules(read, frame);
                byte[] utf8 = Utf8.bytes(frame);
                if (utf8.length > 1 && utf8[0] == '{' && utf8[1] != 0) {
                    hold(read.equals(reader.readByLibrary(utf8, 0, utf8.length)), "the library reads it differently");
                }
                tally.gathered += gathersTheSame(reader, read, utf8) ? 1 : 0;
                if (compared) {
                    saysWhatAnotherReaderSays(read, frame);
                }
            });
        }
        return tally;
    }

    /// Broken UTF-8 can't be written as a text.
    @Test
    void damagedBytesAreReadOrSetAside() {
        SplittableRandom chance = new SplittableRandom(SEED);
        FrameReader reader = new FrameReader();
        FrameMutations mutations = new FrameMutations(chance);
        Tally tally = new Tally();
        for (int i = 0; i < BYTES; i++) {
            byte[] bytes = Utf8.bytes(mutations.frame());
            for (int flips = chance.nextInt(1, 4); flips > 0 && bytes.length > 0; flips--) {
                bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt(256);
            }
            attempt(new String(bytes, StandardCharsets.ISO_8859_1), octets -> {
                Inbound read = tally.watch.time(octets, () -> reader.read(bytes, 0, bytes.length));
                tally.count(read.getClass().getSimpleName(), bytes.length);
                if (read instanceof Inbound.Unreadable(String reason, int length, String _)) {
                    hold(length == bytes.length, "a wrong length");
                    hold(!reason.isBlank() && !reason.startsWith("It could not be read"), reason);
                } else if (read instanceof Inbound.Notify(var _, var _, String value)) {
                    hold(json.isValue(value), "not one value");
                }
                tally.gathered += gathersTheSame(reader, read, bytes) ? 1 : 0;
            });
        }
        tally.print("Damaged bytes");
        assertThat(tally.gathered).isPositive();
    }

    /// Whether it is gathered; then it is what was read.
    private static boolean gathersTheSame(FrameReader reader, Inbound read, byte[] utf8) {
        if (!reader.gather(utf8, 0, utf8.length)) {
            return false;
        }
        Notifies notifies = reader.notifies();
        hold(notifies.size() == 1 && read instanceof Inbound.Notify(var _, StatusKey key, String value)
                && key.equals(notifies.key(0)) && value.equals(notifies.value(0)), "gathered differently");
        notifies.clear();
        return true;
    }

    @Test
    void framesOfManyMegabytesAreReadInTime() {
        FrameMutations mutations = new FrameMutations(new SplittableRandom(SEED));
        SplittableRandom sizes = new SplittableRandom(SEED);
        FrameReader reader = new FrameReader();
        Tally tally = new Tally();
        for (int i = 0; i < LARGE + HUGE; i++) {
            int length = i < LARGE ? sizes.nextInt(MEGABYTE, 3 * MEGABYTE) : sizes.nextInt(5 * MEGABYTE, 20 * MEGABYTE);
            attempt(Utf8.travelled(mutations.large(length)), frame -> {
                Inbound read = tally.watch.time(frame, () -> Utf8.read(reader, frame));
                tally.count(read.getClass().getSimpleName(), frame.length());
                obeysItsRules(read, frame);
            });
        }
        tally.print("Large frames");
    }

    @Test
    void whatMayBeAnArgumentCanBeReadByTheStrictestServer() {
        FrameMutations mutations = new FrameMutations(new SplittableRandom(SEED));
        FrameWriter writer = new FrameWriter();
        StrictServer strict = new StrictServer();
        ModuleAddress module = new ModuleAddress("sys-1", "Display", 1);
        Tally tally = new Tally();
        for (int i = 0; i < VALUES; i++) {
            attempt(mutations.value(), text -> {
                boolean value = tally.watch.time(text, () -> json.isValue(text));
                Optional<String> content = tally.watch.time(text, () -> json.contentOfString(text));
                Optional<String> problem = tally.watch.time(text, () -> json.problemAsArgument(text));
                tally.count(problem.isEmpty() ? "argument" : value ? "value" : "no value", text.length());
                Optional<JsonNode> tree = tree(text);
                assertThat(value).isEqualTo(tree.isPresent());
                assertThat(content).isEqualTo(tree.filter(JsonNode::isString).map(JsonNode::stringValue));
                if (problem.isEmpty()) {
                    assertThat(strict.complaint(writer.write(new Outbound.Exec(1, module, "f", List.of(text)))))
                            .isEmpty();
                } else {
                    assertThat(problem.get()).isNotBlank();
                    assertThat(!value || strict.complaint(
                            writer.write(new Outbound.Exec(1, module, "f", List.of(text)))).isPresent()).isTrue();
                }
            });
        }
        tally.print("Damaged values");
    }

    private static void attempt(String text, Consumer<String> check) {
        try {
            check.accept(text);
        } catch (Throwable e) {
            throw new AssertionError(
                    "seed " + SEED + " (-Dplacewatch.seed), “" + FrameMutations.escaped(text) + "”", e);
        }
    }

    private void obeysItsRules(Inbound read, String frame) {
        switch (read) {
            case Inbound.Success success -> success.value().ifPresent(value -> standsIn(value, frame));
            case Inbound.Error _, Inbound.Pong _ -> { }
            case Inbound.Notify notify -> standsIn(notify.value(), frame);
            case Inbound.Debug debug -> hold(!debug.module().isBlank(), "a line of no module");
            case Inbound.Unreadable unreadable -> {
                hold(unreadable.length() == Utf8.bytes(frame).length, "a wrong length");
                hold(frame.startsWith(unreadable.beginning()), "another beginning");
                hold(unreadable.beginning().length() <= 200, "a long beginning");
                hold(unreadable.beginning().length() >= Math.min(199, frame.length()), "a short beginning");
                hold(!unreadable.reason().isBlank(), "no reason");
                hold(!unreadable.reason().startsWith("It could not be read"), unreadable.reason());
            }
        }
    }

    private void standsIn(String value, String frame) {
        hold(value.equals("null") || frame.contains(value), "a value that is not in the frame");
        hold(json.isValue(value), "not one value");
        hold(value.equals(value.strip()), "more than the value");
    }

    private static void hold(boolean rule, String otherwise) {
        if (!rule) {
            throw new AssertionError(otherwise);
        }
    }

    private void saysWhatAnotherReaderSays(Inbound read, String frame) {
        Optional<JsonNode> tree = tree(frame).filter(JsonNode::isObject);
        switch (read) {
            case Inbound.Success success -> {
                hold(tree.orElseThrow().get("type").asString().equals("success"), "another type");
                sameValue(success.value(), tree.get().get("value"));
            }
            case Inbound.Error error -> hold(tree.orElseThrow().get("type").asString().equals("error"),
                    "another type than " + error);
            case Inbound.Notify notify -> {
                JsonNode meta = tree.orElseThrow().get("meta");
                sameName(meta.get("sys"), notify.key().module().system());
                sameName(meta.get("mod"), notify.key().module().module());
                sameName(meta.get("name"), notify.key().name());
                hold(!meta.path("index").isInt() || meta.get("index").intValue() == notify.key().module().index(),
                        "another index");
                sameValue(Optional.of(notify.value()).filter(_ -> tree.get().has("value")), tree.get().get("value"));
            }
            case Inbound.Debug debug -> hold(tree.orElseThrow().get("type").asString().equals("debug"),
                    "another type than " + debug);
            case Inbound.Pong() -> hold(frame.strip().equals("pong"), "no pong");
            case Inbound.Unreadable unreadable -> {
                String reason = unreadable.reason();
                boolean broken = reason.startsWith("It is no JSON:") || reason.startsWith("Something follows");
                hold(reason.equals("It is no JSON object") ? tree.isEmpty() : broken == tree.isEmpty(),
                        "read by another reader");
            }
        }
    }

    private static void sameName(JsonNode node, String name) {
        hold(!node.isContainer() && (!node.isString() || node.stringValue().equals(name)), "another name");
    }

    private void sameValue(Optional<String> value, @Nullable JsonNode node) {
        hold(value.map(trees::readTree).equals(Optional.ofNullable(node)), "another value");
    }

    private Optional<JsonNode> tree(String text) {
        try {
            JsonNode tree = trees.readTree(text);
            return tree.isMissingNode() ? Optional.empty() : Optional.of(tree);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
