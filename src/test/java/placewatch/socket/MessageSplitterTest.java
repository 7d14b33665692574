package placewatch.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.LimitExceededException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageSplitterTest {

    private final List<String> told = new ArrayList<>();
    private final MessageSplitter splitter = new MessageSplitter(new MessageSplitter.Sink() {
        @Override
        public void text(byte[] bytes, int start, int end) {
            told.add(new String(bytes, start, end - start, StandardCharsets.UTF_8));
        }

        @Override
        public void binary(byte[] bytes, int start, int end) {
            told.add("binary " + (end - start));
        }

        @Override
        public void control(ByteBuffer frame) {
            told.add("control " + (frame.get(frame.position()) & 0x0F) + " of " + frame.remaining());
        }
    });

    private static byte[] frame(int first, byte[] payload, int... mask) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(first);
        int flag = mask.length > 0 ? 0x80 : 0;
        if (payload.length < 126) {
            frame.write(flag | payload.length);
        } else if (payload.length < 65_536) {
            frame.writeBytes(new byte[] {(byte) (flag | 126), (byte) (payload.length >> 8), (byte) payload.length});
        } else {
            frame.write(flag | 127);
            frame.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
        }
        for (int part : mask) {
            frame.write(part);
        }
        for (int i = 0; i < payload.length; i++) {
            frame.write(mask.length > 0 ? payload[i] ^ mask[i % 4] : payload[i]);
        }
        return frame.toByteArray();
    }

    private static byte[] text(String text) {
        return frame(0x81, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] all(byte[]... frames) {
        ByteArrayOutputStream together = new ByteArrayOutputStream();
        Stream.of(frames).forEach(together::writeBytes);
        return together.toByteArray();
    }

    private void take(byte[] bytes) throws InvalidDataException {
        splitter.take(bytes, 0, bytes.length);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 65_535, 65_536, 300_000})
    void aMessageOfAnyLengthIsWhole(int length) throws InvalidDataException {
        String text = "x".repeat(length);
        take(all(text(text), text("next")));

        assertThat(told).containsExactly(text, "next");
    }

    @Test
    void howeverItIsCutIntoPiecesItIsTheSame() throws InvalidDataException {
        Random random = new Random(11);
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String text = "ä" + "y".repeat(random.nextInt(10) == 0 ? random.nextInt(200_000) : random.nextInt(200)) + i;
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            switch (random.nextInt(4)) {
                case 0 -> {
                    int cut = random.nextInt(utf8.length);
                    stream.writeBytes(frame(0x01, ByteBuffer.allocate(cut).put(utf8, 0, cut).array()));
                    stream.writeBytes(frame(0x89, new byte[3]));
                    expected.add("control 9 of 5");
                    stream.writeBytes(frame(0x00, new byte[0]));
                    stream.writeBytes(frame(0x80, ByteBuffer.allocate(utf8.length - cut)
                            .put(utf8, cut, utf8.length - cut).array()));
                }
                case 1 -> stream.writeBytes(frame(0x81, utf8, 1, 2, 3, 250));
                default -> stream.writeBytes(text(text));
            }
            expected.add(text);
        }
        byte[] bytes = stream.toByteArray();
        for (int most : List.of(1, 7, 100, 65_536, bytes.length)) {
            told.clear();
            byte[] fresh = bytes.clone();
            for (int at = 0; at < fresh.length; ) {
                int end = Math.min(fresh.length, at + 1 + random.nextInt(most));
                splitter.take(fresh, at, end);
                at = end;
            }
            assertThat(told).isEqualTo(expected);
        }
    }

    @Test
    void aBrokenCharacterAndABinaryMessageEndNothing() throws InvalidDataException {
        take(all(text("one"), frame(0x81, new byte[] {'a', (byte) 0xFF, 'b'}), frame(0x82, new byte[9]), text("two")));

        assertThat(told).containsExactly("one", "a\uFFFDb", "binary 9", "two");
    }

    static Stream<Arguments> breaches() {
        return Stream.of(
                Arguments.of("an extension", frame(0xC1, new byte[1])),
                Arguments.of("a kind that does not exist", frame(0x83, new byte[1])),
                Arguments.of("going on with nothing", frame(0x80, new byte[1])),
                Arguments.of("a message within a message", all(frame(0x01, new byte[1]), text("x"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaches")
    void aBreachEndsTheConnectionAfterWhatCameBeforeIt(String what, byte[] breach) {
        assertThatThrownBy(() -> take(all(text("before"), breach))).isInstanceOf(InvalidDataException.class);
        assertThat(told).containsExactly("before");
    }

    @Test
    void aLengthThatIsTooMuchIsRefusedBeforeItIsBelieved() {
        byte[] head = {(byte) 0x81, 127, 0, 0, 1, 0, 0, 0, 0, 0};
        assertThatThrownBy(() -> take(head)).isInstanceOf(LimitExceededException.class);
        byte[] negative = {(byte) 0x81, 127, -1, -1, -1, -1, -1, -1, -1, -1};
        assertThatThrownBy(() -> take(negative)).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void whatWasToldStaysAsItIsUntilAllOfThePieceIsTaken() throws InvalidDataException {
        List<Runnable> later = new ArrayList<>();
        List<String> read = new ArrayList<>();
        MessageSplitter patient = new MessageSplitter(new MessageSplitter.Sink() {
            @Override
            public void text(byte[] bytes, int start, int end) {
                later.add(() -> read.add(new String(bytes, start, end - start, StandardCharsets.UTF_8)));
            }

            @Override
            public void binary(byte[] bytes, int start, int end) { }

            @Override
            public void control(ByteBuffer frame) { }
        });
        byte[] one = frame(0x81, "one".getBytes(StandardCharsets.UTF_8));
        byte[] two = frame(0x81, "two".getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(one, 3, one.length - 3);
        both.write(two, 0, 4);
        patient.take(one, 0, 3);
        patient.take(both.toByteArray(), 0, both.size());
        later.forEach(Runnable::run);
        later.clear();
        patient.take(two, 4, two.length);
        later.forEach(Runnable::run);
        assertThat(read).containsExactly("one", "two");
    }
}
