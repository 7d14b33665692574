package placewatch;

import java.util.concurrent.locks.LockSupport;

/// Ends the program when the one that started it is gone: Maven does not pass on the signal that ends it, and would
/// leave us behind. Only where the property is set, as the build's run command does.
final class ParentWatch {

    private static final String PROPERTY = "placewatch.endsWithParent";
    private static final long LOOK_EVERY_NANOS = 100_000_000;
    private static final int ENDED_BY_SIGNAL = 143;

    private ParentWatch() {
    }

    static void begin() {
        if (Boolean.getBoolean(PROPERTY)) {
            ProcessHandle.current().parent().ifPresent(parent ->
                    Thread.ofPlatform().daemon().name("placewatch-parent-watch").start(() -> {
                        // ProcessHandle.onExit looks only every few seconds at a process that is no child
                        while (stillOurs(parent)) {
                            LockSupport.parkNanos(LOOK_EVERY_NANOS);
                        }
                        System.exit(ENDED_BY_SIGNAL);
                    }));
        }
    }

    /// A parent that ended counts as alive until somebody asks for its exit code, but by then it is not our parent.
    private static boolean stillOurs(ProcessHandle parent) {
        return parent.isAlive() && ProcessHandle.current().parent().filter(parent::equals).isPresent();
    }
}
