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
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A control socket on loopback that is never the limit: it answers binds, and sends encoded notify frames, many with
/// each `write`, as fast as they are taken or at a given rate. Serves one client at a time.
final class FrameSource implements AutoCloseable {

    private static final Pattern COMMAND = Pattern.compile(
            "\\{\"id\":(\\d+),\"cmd\":\"(\\w+)\",.*\"name\":\"([^\"]*)\"");

    private final ServerSocket listener;
    private final AtomicLong sent = new AtomicLong();
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
        return "variable_" + variable;
    }

    /// One buffer that holds a frame of each of `variables` variables, or several where they are few.
    static Batch batch(int variables, long round) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int frames = Math.max(variables, 2_000);
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

    /// Sends one buffer every `nanos`, never more than one late, until told to stop.
    void drip(long nanos, Batch... batches) throws IOException {
        sending = true;
        OutputStream to = out;
        long next = System.nanoTime();
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
            next = Math.max(next + nanos, System.nanoTime() - nanos);
            long wait = next - System.nanoTime();
            while (sending && wait > 0) {
                LockSupport.parkNanos(wait);
                wait = next - System.nanoTime();
            }
        }
    }

    void stop() {
        sending = false;
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket visitor = listener.accept()) {
                visitor.setTcpNoDelay(true);
                client = visitor;
                DataInputStream in = new DataInputStream(new BufferedInputStream(visitor.getInputStream(), 1 << 16));
                shakeHands(in, visitor.getOutputStream());
                out = visitor.getOutputStream();
                while (true) {
                    answer(readText(in));
                }
            } catch (IOException e) {
                // the client left, or the source was closed: the loop's condition tells
                sending = false;
            }
        }
    }

    private static void shakeHands(DataInputStream in, OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        Matcher key = Pattern.compile("Sec-WebSocket-Key: (\\S+)", Pattern.CASE_INSENSITIVE).matcher(head);
        if (!key.find()) {
            throw new IOException("no WebSocket handshake");
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(
                    (key.group(1) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
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
