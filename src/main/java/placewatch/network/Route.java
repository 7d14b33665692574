package placewatch.network;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/// How a connection gets to its server: which proxy to ask for, and whom to trust. Made once per connection and shared
/// by its REST client and its socket, so that both go the same way. Any thread but JavaFX's where something is asked
/// of it: whom Java trusts is read from disk by the first who asks.
///
/// REST goes directly where the selector says SOCKS, as the JDK's HTTP client knows HTTP proxies only.
public final class Route {

    private final ProxySelector proxies;
    private final Supplier<SSLContext> tls;

    public Route(ProxySelector proxies, SSLContext tls) {
        this(proxies, () -> tls);
    }

    private Route(ProxySelector proxies, Supplier<SSLContext> tls) {
        this.proxies = proxies;
        this.tls = tls;
    }

    /// By the computer's proxies, trusting whom Java trusts.
    public static Route usual() {
        return new Route(ofComputer(), Route::javaDefault);
    }

    /// Never through a proxy: to a server inside this very process.
    public static Route direct() {
        return new Route(ProxySelector.of(null), Route::javaDefault);
    }

    /// By the computer's proxies, trusting whom `tls` trusts.
    public static Route trusting(SSLContext tls) {
        return new Route(ofComputer(), tls);
    }

    /// The same way to that server, which needs no trust when it is called without TLS.
    public Route to(URI server) {
        return "http".equals(server.getScheme()) ? new Route(proxies, NoTls::context) : this;
    }

    private static ProxySelector ofComputer() {
        ProxySelector ofComputer = ProxySelector.getDefault();
        return ofComputer == null ? ProxySelector.of(null) : ofComputer;
    }

    private static SSLContext javaDefault() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no TLS, or its trust store can't be read", e);
        }
    }

    public ProxySelector proxies() {
        return proxies;
    }

    /// Java's own is made once, whoever asks for it.
    ///
    /// @throws IllegalStateException when this Java's trust store can't be read
    public SSLContext tls() {
        return tls.get();
    }

    /// The proxy on the way to an `http`, `https`, `ws` or `wss` address; empty for the direct way. The socket's
    /// schemes are asked for as the web's, which is what proxy settings are written for. May block: the computer's
    /// settings can be a script.
    public Optional<Proxy> proxyTo(URI target) {
        List<Proxy> ways = proxies.select(web(target));
        // only the first, as the JDK's HTTP client does
        return ways.stream().findFirst().filter(proxy -> proxy.type() != Proxy.Type.DIRECT);
    }

    /// The same for REST, which knows HTTP proxies only.
    public Optional<Proxy> httpProxyTo(URI target) {
        return proxyTo(target).filter(proxy -> proxy.type() == Proxy.Type.HTTP);
    }

    /// Tells the selector, as its contract asks, that its proxy did not take the connection.
    public void proxyFailed(URI target, Proxy proxy, IOException why) {
        proxies.connectFailed(web(target), proxy.address(), why);
    }

    private static URI web(URI target) {
        String text = target.toString();
        return text.startsWith("ws") ? URI.create("http" + text.substring(2)) : target;
    }
}
