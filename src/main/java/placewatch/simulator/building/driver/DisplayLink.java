package placewatch.simulator.building.driver;

import java.time.Duration;

/// A display's place on the network: it drops off now and then, and comes back.
final class DisplayLink {
    /// How long the display that was found offline stays away.
    static final Duration FOUND_OFFLINE = Duration.ofMinutes(10);
    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final int LEAST_UPTIME_MINUTES = 25;
    private static final int MOST_UPTIME_MINUTES = 90;
    private static final int LEAST_ABSENCE_SECONDS = 20;
    private static final int MOST_ABSENCE_SECONDS = 180;
    private final Device device;
    private final Runnable onReturn;

    DisplayLink(Device device, Runnable onReturn) {
        this.device = device;
        this.onReturn = onReturn;
    }

    void begin() {
        if (device.condition() == Condition.OFFLINE) {
            comeBackAfter(FOUND_OFFLINE);
        } else {
            dropSomeTime();
        }
    }

    private void dropSomeTime() {
        long seconds = device.random().nextLong(LEAST_UPTIME_MINUTES * 60L, MOST_UPTIME_MINUTES * 60L);
        device.after(Duration.ofSeconds(seconds), () -> {
            if (device.connected()) {
                device.warn("connection lost: read timed out");
                drop(Duration.ofSeconds(device.random().nextLong(LEAST_ABSENCE_SECONDS, MOST_ABSENCE_SECONDS)));
            }
            dropSomeTime();
        });
    }

    /// Takes it off the network for that long.
    void drop(Duration absence) {
        device.connected(false);
        comeBackAfter(absence);
    }

    private void comeBackAfter(Duration absence) {
        device.after(RETRY, this::retry);
        device.after(absence, () -> {
            if (!device.connected()) {
                device.connected(true);
                device.info("connected");
                onReturn.run();
            }
        });
    }

    private void retry() {
        if (!device.connected()) {
            device.debug("connecting…\nIO::TimeoutError: connect timed out");
            device.after(RETRY, this::retry);
        }
    }
}
