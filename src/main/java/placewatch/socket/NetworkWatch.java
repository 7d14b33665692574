package placewatch.socket;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notices that this computer came by a network address that it did not have: a cable, a Wi-Fi or a VPN is back.
/// Asked on one thread.
final class NetworkWatch {

    private static final Logger LOG = LoggerFactory.getLogger(NetworkWatch.class);

    private final Supplier<Set<String>> addresses;
    private Set<String> before = Set.of();
    private boolean looked;

    NetworkWatch(Supplier<Set<String>> addresses) {
        this.addresses = addresses;
    }

    /// The addresses that other computers may know this one by. None when the system does not tell.
    static Set<String> addressesOfThisComputer() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .map(address -> address.getHostAddress())
                    .collect(Collectors.toSet());
        } catch (SocketException e) {
            LOG.debug("The network addresses of this computer are not known", e);
            return Set.of();
        }
    }

    /// Whether there is one more than at the last look; the first look only sees what there is. Never throws.
    boolean gained() {
        Set<String> now = addresses.get();
        Set<String> more = new HashSet<>(now);
        more.removeAll(before);
        boolean gained = looked && !more.isEmpty();
        before = now;
        looked = true;
        return gained;
    }
}
