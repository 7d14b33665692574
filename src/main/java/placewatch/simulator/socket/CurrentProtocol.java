package placewatch.simulator.socket;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import placewatch.protocol.ErrorCode;
import placewatch.simulator.Execution;
import placewatch.simulator.Limits;
import placewatch.simulator.Role;
import placewatch.simulator.building.Building;
import placewatch.simulator.building.DemoModule;

/// Today's server: strict, silent about what it can't read, and in no hurry to answer in order (protocol.md).
///
/// A bind takes a moment, as on the server, where it asks a database. Within that moment other answers overtake it, an
/// unbind does nothing, and a second bind of the same variable leaks a subscription.
final class CurrentProtocol implements ControlProtocol {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentProtocol.class);

    private final Building building;
    private final StatusBindings bindings;
    private final Execution execution;
    private final ScheduledExecutorService timer;
    private final Executor fibres;
    private final Limits limits;
    private final CurrentRequests requests = new CurrentRequests();

    CurrentProtocol(Building building, StatusBindings bindings, Execution execution,
            ScheduledExecutorService timer, Executor fibres, Limits limits) {
        this.building = building;
        this.bindings = bindings;
        this.execution = execution;
        this.timer = timer;
        this.fibres = fibres;
        this.limits = limits;
    }

    @Override
    public void receive(ControlConnection client, String text) {
        switch (requests.parse(text)) {
            case Parsed.Understood(Request request) -> handle(client, request);
            case Parsed.Refused(String frame) -> client.send(frame);
            case Parsed.Unanswered(String why) -> LOG.debug("request left unanswered: {}", why);
        }
    }

    private void handle(ControlConnection client, Request request) {
        switch (request.command()) {
            case BIND -> bind(client, request);
            case UNBIND -> {
                client.holdings().unbind(request.bound());
                client.send(CurrentFrames.bareSuccess(request));
            }
            case EXEC -> exec(client, request);
            case DEBUG -> {
                wake(request.target().module());
                client.holdings().watch(request.target(), new DebugStream(request.target().module(),
                        line -> client.send(CurrentFrames.line(request, line))));
                client.send(CurrentFrames.bareSuccess(request));
            }
            case IGNORE -> {
                client.holdings().ignore(request.target());
                client.send(CurrentFrames.bareSuccess(request));
            }
        }
    }

    /// A room that nobody has asked anything sleeps and writes nothing.
    private void wake(String moduleId) {
        building.module(moduleId).ifPresent(DemoModule::state);
    }

    private void bind(ControlConnection client, Request request) {
        if (client.holdings().binds(request.bound())) {
            client.send(CurrentFrames.success(request));
            return;
        }
        Optional<String> refusal = refusal(client, request);
        if (refusal.isPresent()) {
            client.send(refusal.get());
            return;
        }
        boolean valueFirst = client.everyOtherBind();
        try {
            timer.schedule(() -> fibres.execute(() -> begin(client, request, valueFirst)),
                    limits.bind().toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("bind while the simulator ends", e);
        }
    }

    private static Optional<String> refusal(ControlConnection client, Request request) {
        if (request.target().internal() && !client.caller().may(Role.SUPPORT)) {
            return Optional.of(CurrentFrames.error(
                    request, ErrorCode.ACCESS_DENIED, "attempted to access protected module"));
        }
        if (request.target().module().equals("_TRIGGER_")) {
            // The demo building has no triggers, so no instance is ever known.
            return Optional.of(CurrentFrames.error(request, ErrorCode.MODULE_NOT_FOUND,
                    "no trigger instance " + request.name() + " in system " + request.target().system()));
        }
        return Optional.empty();
    }

    private void begin(ControlConnection client, Request request, boolean valueFirst) {
        Binding binding = new Binding(request.bound(),
                value -> client.send(CurrentFrames.notification(request, value)));
        // Kept before its success goes out: the client may unbind as soon as it has read that.
        client.holdings().keep(request.bound(), binding);
        if (valueFirst) {
            bindings.begin(binding);
        }
        client.send(CurrentFrames.success(request));
        if (!valueFirst) {
            bindings.begin(binding);
        }
    }

    private void exec(ControlConnection client, Request request) {
        execution.run(request.target().in(building), client.caller().role(), request.name(), request.args())
                .thenAccept(outcome -> client.send(frame(request, outcome)));
    }

    private static String frame(Request request, Execution.Outcome outcome) {
        return switch (outcome) {
            case Execution.Outcome.Returned(var value) -> CurrentFrames.returned(request, value);
            case Execution.Outcome.NoModule(String words) ->
                    CurrentFrames.error(request, ErrorCode.MODULE_NOT_FOUND, words);
            case Execution.Outcome.NoFunction(String words) ->
                    CurrentFrames.error(request, ErrorCode.BAD_REQUEST, words);
            case Execution.Outcome.NotAllowed(String words) ->
                    CurrentFrames.error(request, ErrorCode.ACCESS_DENIED, words);
            case Execution.Outcome.Raised(String words) ->
                    CurrentFrames.error(request, ErrorCode.REQUEST_FAILED, words);
            case Execution.Outcome.Broken(String words) ->
                    CurrentFrames.error(request, ErrorCode.UNEXPECTED_FAILURE, words);
        };
    }
}
