package placewatch.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A control socket on loopback that is never the limit: it answers binds, and sends encoded notify frames, many with
/// each `write`, as fast as they are taken or at a given rate. One socket at a time; pages for REST beside it.
final class FrameSource implements AutoCloseable {

    private static final Pattern COMMAND = Pattern.compile(
            "\\{\"id\":(\\d+),\"cmd\":\"(\\w+)\",.*\"name\":\"([^\"]*)\"");

    private static final Pattern KEY = Pattern.compile("Sec-WebSocket-Key: (\\S+)", Pattern.CASE_INSENSITIVE);

    private final ServerSocket listener;
    private final AtomicLong sent = new AtomicLong();
    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private volatile Socket client;
    private volatile OutputStream out;
    private volatile boolean sending;

    FrameSource() throws IOException {
        listener = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        Thread.ofPlatform().daemon().name("bench-source").start(this::serve);
    }

    String address() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    /// The value of the first piece of a drip.
    static final long FIRST = 100_000_000;

    /// Frames written so far.
    long sent() {
        return sent.get();
    }

    /// The text of a notify of about 120 bytes.
    static String frame(int variable, long value) {
        return "{\"id\":18,\"type\":\"notify\",\"value\":" + value
                + ",\"meta\":{\"sys\":\"sys-bench01\",\"mod\":\"Display\",\"index\":1,\"name\":\"" + name(variable)
                + "\"}}";
    }

    static String name(int variable) {
        // as long for the first as for the last: frames of few variables must not be shorter
        return "variable_%05d".formatted(variable);
    }

    /// One buffer of as many frames however few the variables are: how fast it is sent must not depend on them.
    static Batch batch(int variables, long round) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int frames = Math.max(variables, 10_000);
        for (int i = 0; i < frames; i++) {
            encode(frame(i % variables, round * 10 + i % 7), all);
        }
        return new Batch(all.toByteArray(), frames);
    }

    /// @param bytes  encoded frames, whole ones
    /// @param frames how many
    record Batch(byte[] bytes, int frames) { }

    /// Sends the batches one after the other, again and again, until told to stop.
    void pour(Batch... batches) throws IOException {
        sending = true;
        OutputStream to = out;
        for (int i = 0; sending; i++) {
            Batch batch = batches[i % batches.length];
            try {
                write(to, batch.bytes);
            } catch (SocketException e) {
                if (sending) {
                    throw e;
                }
                return;
            }
            sent.addAndGet(batch.frames);
        }
    }

    /// Sends `size` frames every `nanos`, of one variable after the other; the value is [#FIRST] plus the number of the
    /// piece, and `onSent` hears that number before it is written. Never more than one piece late.
    void drip(int variables, int size, long nanos, LongConsumer onSent) throws IOException {
        drip(size, nanos, piece -> {
            ByteArrayOutputStream frames = new ByteArrayOutputStream(size * 130);
            for (long i = piece * size; i < (piece + 1) * size; i++) {
                encode(frame((int) (i % variables), FIRST + piece), frames);
            }
            onSent.accept(piece);
            return frames.toByteArray();
        });
    }

    /// The same with frames that are made ready by who asks, one piece after the other.
    void drip(int size, long nanos, LongFunction<byte[]> pieces) throws IOException {
        sending = true;
        OutputStream to = out;
        long next = System.nanoTime();
        for (long piece = 0; sending; piece++) {
            write(to, pieces.apply(piece));
            sent.addAndGet(size);
            next = Math.max(next + nanos, System.nanoTime() - nanos);
            long wait = next - System.nanoTime();
            while (sending && wait > 0) {
                LockSupport.parkNanos(wait);
                wait = next - System.nanoTime();
            }
        }
    }

    /// Debug frames of a module as today's servers send them, ready to be written.
    static byte[] lines(String moduleId, List<String> levels, List<String> texts) {
        ByteArrayOutputStream frames = new ByteArrayOutputStream(texts.size() * 250);
        for (int i = 0; i < texts.size(); i++) {
            encode("{\"id\":18,\"type\":\"debug\",\"level\":\"" + levels.get(i) + "\",\"msg\":\"" + texts.get(i)
                    + "\",\"mod\":\"" + moduleId + "\",\"meta\":{\"sys\":\"sys-bench01\",\"mod\":\"" + moduleId
                    + "\",\"index\":1,\"name\":\"debug\"}}", frames);
        }
        return frames.toByteArray();
    }

    void stop() {
        sending = false;
    }

    /// What a `GET` of that path gets.
    void page(String path, String json) {
        pages.put(path, json);
    }

    private void serve() {
        while (!listener.isClosed()) {
            try {
                Socket visitor = listener.accept();
                Thread.ofPlatform().daemon().name("bench-visitor").start(() -> receive(visitor));
            } catch (IOException e) {
                // closed: the loop's condition tells
                sending = false;
            }
        }
    }

    private void receive(Socket visitor) {
        try (visitor) {
            visitor.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(new BufferedInputStream(visitor.getInputStream(), 1 << 16));
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.readUnsignedByte());
            }
            Matcher key = KEY.matcher(head);
            if (!key.find()) {
                answerPage(head.substring(4, head.indexOf(" ", 4)), visitor.getOutputStream());
                return;
            }
            shakeHands(key.group(1), visitor.getOutputStream());
            client = visitor;
            out = visitor.getOutputStream();
            while (true) {
                answer(readText(in));
            }
        } catch (IOException e) {
            // the client left
            if (visitor == client) {
                sending = false;
            }
        }
    }

    private void answerPage(String path, OutputStream to) throws IOException {
        String json = pages.getOrDefault(path, "{}");
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        to.write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        to.write(body);
        to.flush();
    }

    private static void shakeHands(String key, OutputStream out) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(
                    (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
            out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(digest) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String readText(DataInputStream in) throws IOException {
        int kind = in.readUnsignedByte() & 0x0F;
        int length = in.readUnsignedByte() & 0x7F;
        if (length == 126) {
            length = in.readUnsignedShort();
        }
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes(length);
        for (int i = 0; i < length; i++) {
            payload[i] ^= mask[i % 4];
        }
        if (kind == 8) {
            throw new IOException("closed");
        }
        return new String(payload, StandardCharsets.UTF_8);
    }

    private void answer(String text) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        Matcher command = COMMAND.matcher(text);
        if (text.equals("ping")) {
            encode("pong", answer);
        } else if (command.find()) {
            encode("{\"id\":" + command.group(1) + ",\"type\":\"success\"}", answer);
        }
        write(out, answer.toByteArray());
    }

    /// Two writers must not cut each other's frames.
    private synchronized void write(OutputStream to, byte[] bytes) throws IOException {
        to.write(bytes);
    }

    private static void encode(String text, ByteArrayOutputStream into) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        into.write(0x81);
        if (payload.length < 126) {
            into.write(payload.length);
        } else {
            into.write(126);
            into.write(payload.length >> 8);
            into.write(payload.length);
        }
        into.writeBytes(payload);
    }

    @Override
    public void close() throws IOException {
        sending = false;
        listener.close();
        Socket last = client;
        if (last != null) {
            last.close();
        }
    }
}
