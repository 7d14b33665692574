package placewatch.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class InboxTest {

    private static long soon() {
        return System.nanoTime() + 1_000_000_000L;
    }

    @Test
    void aLaneStandsInTheQueueOnceHoweverOftenItIsTouched() {
        AtomicInteger wakes = new AtomicInteger();
        AtomicInteger drains = new AtomicInteger();
        Inbox inbox = new Inbox(wakes::incrementAndGet);
        Inbox.Lane lane = inbox.lane(_ -> {
            drains.incrementAndGet();
            return true;
        });
        lane.touched();
        lane.touched();
        lane.touched();
        inbox.drain(soon());
        assertThat(wakes).hasValue(1);
        assertThat(drains).hasValue(1);
        assertThat(inbox.isEmpty()).isTrue();
    }

    @Test
    void whatArrivesWhileALaneIsDrainedIsNotForgotten() {
        Inbox inbox = new Inbox(() -> { });
        AtomicInteger drains = new AtomicInteger();
        Inbox.Lane[] lane = new Inbox.Lane[1];
        lane[0] = inbox.lane(_ -> {
            if (drains.incrementAndGet() == 1) {
                lane[0].touched();
            }
            return true;
        });
        lane[0].touched();
        inbox.drain(soon());
        assertThat(drains).hasValue(2);
    }

    @Test
    void theTimeBudgetEndsADrainAndKeepsTheRest() {
        Inbox inbox = new Inbox(() -> { });
        List<String> drained = new ArrayList<>();
        for (String name : List.of("a", "b")) {
            inbox.lane(_ -> drained.add(name)).touched();
        }
        inbox.drain(System.nanoTime() - 1);
        assertThat(drained).containsExactly("a");
        inbox.drain(soon());
        assertThat(drained).containsExactly("a", "b");
    }

    @Test
    void aLaneThatIsNotDoneComesAgain() {
        Inbox inbox = new Inbox(() -> { });
        AtomicInteger left = new AtomicInteger(3);
        inbox.lane(_ -> left.decrementAndGet() == 0).touched();
        inbox.drain(soon());
        assertThat(left).hasValue(0);
    }

    @Test
    void whatMakesTheScreenUntrueComesFirstAndWholeWhateverTheBudget() {
        Inbox inbox = new Inbox(() -> { });
        List<String> drained = new ArrayList<>();
        Inbox.Lane slow = inbox.lane(_ -> drained.add("slow"));
        Inbox.Lane usual = inbox.lane(_ -> drained.add("usual"));
        slow.touched();
        usual.touched();
        for (int i = 0; i < 3; i++) {
            inbox.lane(_ -> drained.add("first")).touchedFirst();
        }
        usual.touchedFirst();
        usual.touchedFirst();

        inbox.drain(System.nanoTime() - 1);

        assertThat(drained).containsExactly("first", "first", "first", "usual", "slow");
        assertThat(inbox.isEmpty()).isFalse();
        inbox.drain(soon());
        assertThat(inbox.isEmpty()).isTrue();
    }

    @Test
    void aFirstArrivalWakesAndKeepsAwake() {
        AtomicInteger wakes = new AtomicInteger();
        Inbox inbox = new Inbox(wakes::incrementAndGet);
        inbox.lane(_ -> true).touchedFirst();

        assertThat(wakes).hasValue(1);
        assertThat(inbox.isEmpty()).isFalse();
    }

    @Test
    void nothingIsLostBetweenManyThreadsAndOneDrain() throws InterruptedException {
        Inbox inbox = new Inbox(() -> { });
        AtomicLong put = new AtomicLong();
        AtomicLong taken = new AtomicLong();
        Inbox.Lane lane = inbox.lane(_ -> {
            taken.addAndGet(put.getAndSet(0));
            return true;
        });
        CountDownLatch done = new CountDownLatch(4);
        for (int t = 0; t < 4; t++) {
            Thread.ofPlatform().daemon().start(() -> {
                for (int i = 0; i < 50_000; i++) {
                    put.incrementAndGet();
                    lane.touched();
                }
                done.countDown();
            });
        }
        while (done.getCount() > 0) {
            inbox.drain(soon());
        }
        done.await();
        inbox.drain(soon());
        assertThat(taken).hasValue(200_000);
    }
}
