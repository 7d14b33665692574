package placewatch.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import placewatch.protocol.Failure;

/// Opens one line to a `ws` or `wss` address, once: proxy, TCP, TLS with the host's name verified. It goes step by
/// step, so that a failure is known by the step that it happened in.
public final class Dial {

    /// How it ended.
    public sealed interface Outcome {

        /// The server is at the other end, TLS agreed where the address asks for it.
        record Reached(Socket line) implements Outcome { }

        record Failed(Failure why) implements Outcome { }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Dial.class);

    private final Route route;
    private final URI target;
    private final String host;
    private final int port;
    private final Duration patience;
    private final Object lock = new Object();
    private @Nullable Socket line;
    private boolean cut;

    /// @param patience to open the TCP connection. The steps behind it wait until they are answered or cut.
    public Dial(Route route, URI target, Duration patience) {
        this.route = route;
        this.target = target;
        this.patience = patience;
        // an IPv6 address stands in brackets there
        host = target.getHost().replaceAll("[\\[\\]]", "");
        port = target.getPort() >= 0 ? target.getPort() : isTls() ? 443 : 80;
    }

    private boolean isTls() {
        return "wss".equals(target.getScheme());
    }

    /// Blocks the caller's thread until there is a line or a reason why not.
    public Outcome run() {
        Optional<Proxy> proxy = route.proxyTo(target);
        try {
            Optional<Failure> failure = proxy.isPresent() ? through(proxy.get()) : directly();
            return failure.isPresent() ? fail(failure.get()) : new Outcome.Reached(isTls() ? shakeHands() : held());
        } catch (IOException e) {
            return fail(Diagnosis.read(e, target, Optional.empty()).orElseGet(
                    () -> new Failure.Unreachable(target.getAuthority(), isTls() ? "It hung up during the TLS handshake"
                            : new Causes(e).detail())));
        }
    }

    /// Ends the dial or the line, at once and whatever the other side does. Any thread, at any time.
    public void cut() {
        Socket last;
        synchronized (lock) {
            cut = true;
            last = line;
        }
        if (last != null) {
            try {
                // Without lingering, so that closing can't wait for a peer that doesn't read.
                last.setSoLinger(true, 0);
            } catch (IOException e) {
                LOG.debug("The line to {} is closed already", target, e);
            }
            close(last);
        }
    }

    private Optional<Failure> directly() throws IOException {
        try {
            hold(new Socket(Proxy.NO_PROXY)).connect(new InetSocketAddress(host, port), millis());
            return Optional.empty();
        } catch (SocketTimeoutException _) {
            return Optional.of(new Failure.TimedOut(patience));
        }
    }

    private Optional<Failure> through(Proxy proxy) throws IOException {
        boolean http = proxy.type() == Proxy.Type.HTTP;
        InetSocketAddress address = Diagnosis.address(proxy);
        try {
            if (http) {
                hold(new Socket(Proxy.NO_PROXY)).connect(
                        new InetSocketAddress(address.getHostString(), address.getPort()), millis());
            } else {
                hold(new Socket(proxy)).connect(InetSocketAddress.createUnresolved(host, port), millis());
            }
        } catch (IOException e) {
            return Optional.of(http ? unreachable(proxy, e) : socks(proxy, e));
        }
        return http ? new Tunnel(held(), Diagnosis.shown(proxy), bracketed() + ":" + port).open() : Optional.empty();
    }

    private String bracketed() {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private Failure unreachable(Proxy proxy, IOException e) {
        route.proxyFailed(target, proxy, e);
        return Diagnosis.read(e, target, Optional.of(proxy)).orElseGet(() -> new Failure.ProxyUnreachable(
                Diagnosis.shown(proxy), e instanceof SocketTimeoutException
                        ? "No answer within " + patience.toSeconds() + " s" : new Causes(e).detail()));
    }

    /// The JDK connects and asks in one step. What it says of the connection has a cause, the proxy's answer has none.
    private Failure socks(Proxy proxy, IOException e) {
        if (e.getCause() != null || e instanceof SocketTimeoutException) {
            return unreachable(proxy, e);
        }
        String words = new Causes(e).detail();
        return words.contains("authentication failed") || words.contains("No acceptable methods")
                ? new Failure.ProxyWantsSignIn(Diagnosis.shown(proxy))
                : new Failure.ProxyRefused(Diagnosis.shown(proxy), bracketed() + ":" + port, words);
    }

    private SSLSocket shakeHands() throws IOException {
        SSLSocket tls = (SSLSocket) route.tls().getSocketFactory().createSocket(held(), host, port, true);
        SSLParameters parameters = tls.getSSLParameters();
        // what makes the trust manager compare the certificate with the host's name
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        return tls;
    }

    private Socket hold(Socket fresh) throws IOException {
        synchronized (lock) {
            line = fresh;
            if (!cut) {
                return fresh;
            }
        }
        fresh.close();
        throw new SocketException("Given up");
    }

    private Socket held() {
        synchronized (lock) {
            if (line == null) {
                throw new IllegalStateException("nothing was dialled");
            }
            return line;
        }
    }

    private Outcome fail(Failure why) {
        cut();
        return new Outcome.Failed(why);
    }

    private int millis() {
        return Math.clamp(patience.toMillis(), 1, Integer.MAX_VALUE);
    }

    private static void close(Socket line) {
        try {
            line.close();
        } catch (IOException e) {
            LOG.debug("A line did not close cleanly", e);
        }
    }
}
