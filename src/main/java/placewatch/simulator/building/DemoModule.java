package placewatch.simulator.building;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/// A module that lives: it publishes status, runs functions and writes debug lines. Every method may be called on
/// any thread.
///
/// It comes to life, silently and with all of its room, at the first call of [#state], [#status], [#functions],
/// [#exec], [#start] or [#stop]; before that it writes no debug lines either. The other methods don't wake it.
public interface DemoModule {

    String id();

    DemoDriver driver();

    /// Name that addresses it, such as `Display`: the custom name if it has one, else the driver's.
    String name();

    /// Empty when it has none.
    String customName();

    /// Id of the system it belongs to.
    String systemId();

    String ip();

    int port();

    String uri();

    String notes();

    Instant createdAt();

    boolean running();

    /// Whether the device answers; stays as it was while the module is stopped.
    boolean connected();

    /// Every status variable with its value, in order of first publication.
    Map<String, JsonNode> state();

    /// One status variable; empty if it is not published.
    Optional<JsonNode> status(String key);

    List<DemoFunction> functions();

    /// Runs a function, which must be one of [#functions]. Completes with its value, or exceptionally with a
    /// [DriverFault] (wrong arguments included), or never, where the driver never answers. The module must be running.
    ///
    /// Listeners hear what the function changed and logged before the result completes. With the real clock that is
    /// after a device's 5 to 60 ms, in the order of the calls; with a frozen clock it is before this method returns,
    /// unless the function waits for something itself: then it completes as the clock is moved.
    ///
    /// @throws IllegalStateException     the module is stopped
    /// @throws IllegalArgumentException  the driver has no such function
    CompletableFuture<JsonNode> exec(String function, List<JsonNode> args);

    /// Starts it: publishes null for each of its keys, then values. Does nothing if it runs.
    void start();

    /// Stops it: the state stays as it is, and so does `connected`.
    void stop();
}
