package placewatch.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

/// Whom a way trusts.
class RouteTest {

    @Test
    void aWayToTlsTrustsAsItDidAndOneWithoutCanMakeNone() {
        Route usual = Route.usual();
        assertThat(usual.to(URI.create("https://placeos.example.com"))).isSameAs(usual);
        Route plain = usual.to(URI.create("http://127.0.0.1:8085"));
        assertThat(plain.proxies()).isSameAs(usual.proxies());
        assertThatThrownBy(() -> plain.tls().createSSLEngine()).isInstanceOf(IllegalStateException.class);
    }
}
