package placewatch.simulator;

import java.time.Duration;

/// How long the simulator waits and how much it keeps. Tests start it with shorter ones.
///
/// @param heartbeat      an unasked `pong` goes out this often on each socket (protocol.md: 80 s)
/// @param bind           a bind takes this long in the current dialect
/// @param stoppedModule  an exec on a stopped module is answered after this long (protocol.md: about 2.4 s)
/// @param stalledReader  a connection whose reader has taken nothing for this long is cut
/// @param queuedFrames   frames that may wait for one connection; one more and it is cut
/// @param queuedChars    characters in those frames
/// @param messageBytes   longest text message taken in; a longer one closes that connection with 1009
public record Limits(
        Duration heartbeat,
        Duration bind,
        Duration stoppedModule,
        Duration stalledReader,
        int queuedFrames,
        long queuedChars,
        int messageBytes) {

    public static Limits likeTheServer() {
        return new Limits(Duration.ofSeconds(80), Duration.ofMillis(2), Duration.ofMillis(2400), Duration.ofSeconds(15),
                250_000, 48L << 20, 4 << 20);
    }
}
