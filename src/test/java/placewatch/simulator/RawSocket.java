package placewatch.simulator;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A WebSocket without a library: for frames that no decent client would send, and for not reading.
final class RawSocket implements AutoCloseable {

    private final Socket socket = new Socket();

    RawSocket(Simulator simulator) throws IOException {
        URI address = simulator.address();
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(10_000);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), 10_000);
        write(("GET /api/engine/v2/systems/control HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nX-API-Key: " + simulator.key(Role.USER)
                + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13"
                + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        if (!head().startsWith("HTTP/1.1 101")) {
            throw new IOException("not upgraded");
        }
    }

    void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /// A whole masked frame; the mask is zero.
    void frame(int opcode, byte[] payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
        frame.put((byte) (0x80 | opcode));
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else if (payload.length < 65_536) {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (0x80 | 127)).putLong(payload.length);
        }
        frame.putInt(0).put(payload).flip();
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        write(bytes);
    }

    void text(String text) throws IOException {
        frame(1, text.getBytes(StandardCharsets.UTF_8));
    }

    /// The next short frame, header and all.
    byte[] read() throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte first = in.readByte();
        byte length = in.readByte();
        byte[] frame = new byte[2 + length];
        frame[0] = first;
        frame[1] = length;
        in.readFully(frame, 2, length);
        return frame;
    }

    /// Whether the other side ended the connection without a close frame.
    boolean wasCut() throws IOException {
        return socket.getInputStream().read() == -1;
    }

    private String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
