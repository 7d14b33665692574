package placewatch.socket;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.IncompleteHandshakeException;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.Handshakedata;

/// The WebSocket protocol, listening at the door: Java-WebSocket tells of a refused upgrade only in the text of a
/// close reason, without headers and body, so this reads the answer first. What follows is split by [MessageSplitter],
/// and messages go straight to whoever wants them; control frames stay the library's. The engine copies its draft;
/// copies share refusals and messages.
final class DoorDraft extends Draft_6455 {

    private static final int HEAD_LIMIT = 65_536;

    private final Consumer<HttpAnswer> refusals;
    private final Messages messages;
    private final List<Framedata> controls = new ArrayList<>();
    private final MessageSplitter splitter = new MessageSplitter(new MessageSplitter.Sink() {
        @Override
        public void text(byte[] bytes, int start, int end) {
            messages.text(bytes, start, end);
        }

        @Override
        public void binary(byte[] bytes, int start, int end) {
            messages.binary(bytes, start, end);
        }

        @Override
        public void control(ByteBuffer frame) throws InvalidDataException {
            controls.addAll(DoorDraft.super.translateFrame(frame));
        }
    });

    DoorDraft(Consumer<HttpAnswer> refusals, Messages messages) {
        this.refusals = refusals;
        this.messages = messages;
    }

    @Override
    public Draft copyInstance() {
        return new DoorDraft(refusals, messages);
    }

    @Override
    public List<Framedata> translateFrame(ByteBuffer received) throws InvalidDataException {
        controls.clear();
        messages.received();
        try {
            splitter.take(received.array(), received.arrayOffset() + received.position(),
                    received.arrayOffset() + received.limit());
        } finally {
            messages.over();
        }
        received.position(received.limit());
        return List.copyOf(controls);
    }

    @Override
    public Handshakedata translateHandshake(ByteBuffer buffer) throws InvalidHandshakeException {
        String received = StandardCharsets.ISO_8859_1.decode(buffer.duplicate()).toString();
        if (HttpAnswer.isForeign(received)) {
            throw new InvalidHandshakeException("It does not speak HTTP");
        }
        OptionalInt status = HttpAnswer.status(received);
        if (status.isPresent() && status.getAsInt() == 101) {
            return super.translateHandshake(buffer);
        }
        Optional<HttpAnswer> answer = HttpAnswer.read(received);
        answer.ifPresent(refusals);
        if (answer.isPresent() && answer.get().whole() || received.length() > HEAD_LIMIT) {
            throw new InvalidHandshakeException("The upgrade was refused");
        }
        throw new IncompleteHandshakeException();
    }
}
