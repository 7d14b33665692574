package placewatch.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LogMemoryTest {

    @Test
    void aUsualLineUntilEnoughHaveCome() {
        LogStore store = new LogStore(1_000_000, 1L << 30);
        assertThat(LogMemory.of(store.window(), 1_000_000))
                .isEqualTo(new LogMemory(120_000_000, LogMemory.Basis.USUAL_LINES));
        String line = "x".repeat(300);
        for (int i = 0; i < 40_000; i++) {
            store.append(Instant.EPOCH, LogSource.CONNECTION, LogEntry.Kind.DEBUG, "info", line);
        }
        LogMemory measured = LogMemory.of(store.window(), 1_000_000);
        assertThat(measured.basis()).isEqualTo(LogMemory.Basis.WHAT_CAME);
        assertThat(measured.bytes()).isBetween(317_000_000L, 350_000_000L);
    }
}
