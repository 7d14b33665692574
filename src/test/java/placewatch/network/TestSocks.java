package placewatch.network;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A SOCKS 5 proxy on loopback (RFC 1928). It takes every name for one port there, and writes names down.
final class TestSocks implements AutoCloseable {

    private static final int NAME = 3;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Relay relay;
    private final int target;
    private final int reply;

    /// @param reply 0 to let through, 2 for a ruleset that forbids it
    TestSocks(int reply, int target) throws IOException {
        this.reply = reply;
        this.target = target;
        relay = Relay.of(this::serve);
    }

    int port() {
        return relay.port();
    }

    /// Says SOCKS for every address.
    ProxySelector selector() {
        Proxy proxy = new Proxy(Proxy.Type.SOCKS, InetSocketAddress.createUnresolved("127.0.0.1", port()));
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return List.of(proxy);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException why) {
                throw new AssertionError("it was there", why);
            }
        };
    }

    List<String> asked() {
        return asked;
    }

    private void serve(Socket visitor) throws IOException {
        DataInputStream in = new DataInputStream(visitor.getInputStream());
        in.readByte();
        in.skipNBytes(in.readUnsignedByte());
        visitor.getOutputStream().write(new byte[] {5, 0});
        in.skipNBytes(3);
        if (in.readByte() == NAME) {
            byte[] name = in.readNBytes(in.readUnsignedByte());
            asked.add(new String(name, StandardCharsets.ISO_8859_1) + ":" + in.readUnsignedShort());
        } else {
            asked.add("an address");
        }
        visitor.getOutputStream().write(new byte[] {5, (byte) reply, 0, 1, 0, 0, 0, 0, 0, 0});
        if (reply == 0) {
            Relay.pass(visitor, target);
        }
    }

    @Override
    public void close() throws IOException {
        relay.close();
    }
}
