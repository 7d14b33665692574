package placewatch.simulator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;

/// A port of this computer, taken for a simulator before it starts, so that its address can be told at once: who calls
/// meanwhile waits at the door. Any thread.
public final class HeldPort implements AutoCloseable {

    /// Callers that may wait at the door.
    private static final int WAITING = 1024;

    private final ServerSocketChannel channel;
    private final URI address;

    private HeldPort(ServerSocketChannel channel, URI address) {
        this.channel = channel;
        this.address = address;
    }

    /// Where those options want to listen.
    ///
    /// @throws IOException when the port can't be had
    public static HeldPort take(SimulatorOptions options) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(new InetSocketAddress(options.host(), options.port()), WAITING);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
        return new HeldPort(channel, URI.create("http://" + host + ":" + channel.socket().getLocalPort()));
    }

    /// `http://127.0.0.1:PORT`.
    public URI address() {
        return address;
    }

    ServerSocketChannel channel() {
        return channel;
    }

    /// Lets the port go, and with it who waits there.
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
