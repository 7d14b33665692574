package placewatch.simulator;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/// One port for HTTP and WebSocket, by Jetty.
///
/// Why Jetty 12.1 and not Helidon 4: ten jars instead of about 35, an upgrade can be refused with a status and a body
/// of ours, and each frame is sent with a callback of its own, so that a reader that never reads can be seen and cut
/// without a thread waiting on it.
final class HttpServer implements AutoCloseable {

    /// Held here, because java.util.logging forgets the level of a logger that nobody holds.
    private final Logger jettyLog = Logger.getLogger("org.eclipse.jetty");
    private final Server server;
    private final ServerConnector connector;

    /// @param handler  made from the container that upgrades sockets
    /// @param port     is this server's from now on
    /// @throws IOException when it can't be listened on
    HttpServer(HeldPort port, Limits limits, Function<ServerWebSocketContainer, Handler> handler)
            throws IOException {
        if (jettyLog.getLevel() == null) {
            jettyLog.setLevel(Level.WARNING);
        }
        QueuedThreadPool threads = new QueuedThreadPool(16, 2);
        threads.setName("simulator-http");
        threads.setDaemon(true);
        threads.setReservedThreads(0);
        server = new Server(threads, new ScheduledExecutorScheduler("simulator-http-timer", true), null);
        server.setStopTimeout(0);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        // Paths are split before they are decoded, so that an encoded slash may stand in a status variable's name.
        http.setUriCompliance(UriCompliance.UNSAFE);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.open(port.channel());
        connector.setIdleTimeout(Duration.ofMinutes(5).toMillis());
        server.addConnector(connector);
        ServerWebSocketContainer sockets = ServerWebSocketContainer.ensure(server);
        sockets.setIdleTimeout(Duration.ZERO);
        sockets.setMaxTextMessageSize(limits.messageBytes());
        sockets.setMaxFrameSize(0);
        server.setHandler(handler.apply(sockets));
        start();
    }

    private void start() throws IOException {
        try {
            server.start();
        } catch (Exception e) {
            close();
            throw e instanceof IOException io ? io : new IOException(e.getMessage(), e);
        }
    }

    int port() {
        return connector.getLocalPort();
    }

    /// Cuts every open connection, HTTP and WebSocket; keeps listening.
    void dropConnections() {
        List.copyOf(connector.getConnectedEndPoints()).forEach(EndPoint::close);
    }

    @Override
    public void close() {
        dropConnections();
        try {
            server.stop();
            server.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException("the simulator's server didn't stop", e);
        }
    }
}
