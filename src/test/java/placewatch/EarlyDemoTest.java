package placewatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

class EarlyDemoTest {

    @Test
    void whatWasBegunIsTakenOnceAndStands() {
        assertThat(EarlyDemo.take()).isEmpty();
        EarlyDemo.begin();
        DemoBuilding demo = EarlyDemo.take().orElseThrow();
        try {
            assertThat(EarlyDemo.take()).as("one window alone has it").isEmpty();
            await().until(() -> demo.standing().isDone());
            assertThat(demo.standing().join().building().systems()).isNotEmpty();
        } finally {
            demo.close();
        }
    }
}
