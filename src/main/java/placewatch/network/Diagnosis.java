package placewatch.network;

import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import placewatch.protocol.Failure;

/// What an exception on the way to a server means, for REST and the socket alike. Any thread.
public final class Diagnosis {

    /// The JDK's HTTP client tells of a proxy's refusal in these words only.
    private static final Pattern NO_TUNNEL = Pattern.compile("Tunnel failed, got: (\\d+)");

    private Diagnosis() { }

    /// @param proxy the one on the way, unless the way was already through it
    /// @return empty when the way is not to blame, be it that the other side only hung up
    public static Optional<Failure> read(@Nullable Throwable thrown, URI target, Optional<Proxy> proxy) {
        Causes causes = new Causes(thrown);
        if (causes.has(UnresolvedAddressException.class) || causes.has(UnknownHostException.class)) {
            return Optional.of(proxy.<Failure>map(asked -> new Failure.ProxyNotFound(address(asked).getHostString()))
                    .orElseGet(() -> new Failure.HostNotFound(target.getHost())));
        }
        Optional<Failure> tls = TlsTrouble.read(causes, target.getAuthority());
        if (tls.isPresent()) {
            return tls;
        }
        if (causes.has(ConnectException.class) || causes.has(NoRouteToHostException.class)
                || causes.has(PortUnreachableException.class)) {
            return Optional.of(proxy.<Failure>map(asked -> new Failure.ProxyUnreachable(shown(asked), causes.detail()))
                    .orElseGet(() -> new Failure.Unreachable(target.getAuthority(), causes.detail())));
        }
        Matcher refused = NO_TUNNEL.matcher(causes.detail());
        return proxy.filter(_ -> refused.find())
                .map(asked -> new Failure.ProxyRefused(shown(asked), target.getAuthority(), refused.group(1)));
    }

    /// A proxy's host and port as people write them.
    public static String shown(Proxy proxy) {
        InetSocketAddress address = address(proxy);
        return address.getHostString() + ":" + address.getPort();
    }

    static InetSocketAddress address(Proxy proxy) {
        if (proxy.address() instanceof InetSocketAddress address) {
            return address;
        }
        throw new IllegalArgumentException("a proxy has a host and a port, not " + proxy.address());
    }
}
