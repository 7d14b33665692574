package placewatch.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import placewatch.model.StatusRow;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.protocol.Subscription;

class WatchesTest {

    private final StatusKey key = new StatusKey(new ModuleAddress("sys-1", "Display", 1), "volume");
    private final List<String> said = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T12:00:00Z");
    private final Watches watches = new Watches(row -> {
        said.add("bind " + row.key().name());
        return () -> said.add("unbind " + row.key().name());
    }, () -> now);

    private void pass(Duration time) {
        now = now.plus(time);
        watches.sweep();
    }

    @Test
    void whoComesBackWithinTheGraceFindsTheSameRowAndNothingIsBoundAgain() {
        StatusRow row = watches.row(key);
        Subscription watch = watches.watch(row);
        watch.close();
        pass(Watches.GRACE.minusMillis(1));
        assertThat(watches.row(key)).isSameAs(row);
        Subscription again = watches.watch(watches.row(key));
        pass(Watches.GRACE.multipliedBy(3));
        assertThat(said).containsExactly("bind volume");
        again.close();
        pass(Watches.GRACE);
        assertThat(said).containsExactly("bind volume", "unbind volume");
        assertThat(watches.row(key)).isNotSameAs(row);
    }

    @Test
    void theGraceBeginsWithTheLatestLeaving() {
        StatusRow row = watches.row(key);
        watches.watch(row).close();
        pass(Watches.GRACE.minusSeconds(1));
        watches.watch(row).close();
        pass(Watches.GRACE.minusSeconds(1));
        assertThat(said).containsExactly("bind volume");
        pass(Duration.ofSeconds(1));
        assertThat(said).containsExactly("bind volume", "unbind volume");
    }

    @Test
    void aRowThatSomebodyElseKeepsIsNotUnbound() {
        StatusRow row = watches.row(key);
        Subscription one = watches.watch(row);
        watches.watch(row);
        one.close();
        one.close();
        pass(Watches.GRACE);
        assertThat(said).containsExactly("bind volume");
    }

    @Test
    void anotherRowOfTheSameVariableHasABindingOfItsOwn() {
        StatusRow row = watches.row(key);
        Subscription watch = watches.watch(row);
        StatusRow other = new StatusRow(key);
        watches.watch(other).close();
        pass(Watches.GRACE);
        assertThat(said).containsExactly("bind volume", "bind volume", "unbind volume");
        assertThat(watches.row(key)).isSameAs(row);
        watch.close();
        pass(Watches.GRACE);
        assertThat(said).hasSize(4);
    }
}
