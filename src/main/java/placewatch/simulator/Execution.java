package placewatch.simulator;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import placewatch.protocol.ErrorCode;
import placewatch.simulator.building.DemoFunction;
import placewatch.simulator.building.DemoModule;
import placewatch.simulator.building.DriverFault;
import tools.jackson.databind.JsonNode;

/// Runs a function the way PlaceOS does, for socket and REST alike: it looks for the module, then the function, then
/// the privilege, then whether the module runs (protocol.md, Exec). Safe on any thread.
public final class Execution {

    private static final Logger LOG = LoggerFactory.getLogger(Execution.class);

    private final ScheduledExecutorService timer;
    private final Limits limits;

    public Execution(ScheduledExecutorService timer, Limits limits) {
        this.timer = timer;
        this.limits = limits;
    }

    /// How a call ended.
    public sealed interface Outcome {

        record Returned(JsonNode value) implements Outcome { }

        record NoModule(String words) implements Outcome { }

        record NoFunction(String words) implements Outcome { }

        record NotAllowed(String words) implements Outcome { }

        record Raised(String words) implements Outcome { }

        record Broken(String words) implements Outcome { }

        /// The table's number that today's server sends for it.
        default Optional<ErrorCode> code() {
            return switch (this) {
                case Returned _ -> Optional.empty();
                case NoModule _ -> Optional.of(ErrorCode.MODULE_NOT_FOUND);
                case NoFunction _ -> Optional.of(ErrorCode.BAD_REQUEST);
                case NotAllowed _ -> Optional.of(ErrorCode.ACCESS_DENIED);
                case Raised _ -> Optional.of(ErrorCode.REQUEST_FAILED);
                case Broken _ -> Optional.of(ErrorCode.UNEXPECTED_FAILURE);
            };
        }
    }

    /// Never completes exceptionally; never completes at all where the driver never answers.
    public CompletableFuture<Outcome> run(
            Optional<DemoModule> target, Role role, String function, List<JsonNode> args) {
        if (target.isEmpty()) {
            return CompletableFuture.completedFuture(new Outcome.NoModule("could not find module"));
        }
        DemoModule module = target.get();
        Optional<DemoFunction> found =
                module.functions().stream().filter(one -> one.name().equals(function)).findFirst();
        if (found.isEmpty()) {
            return CompletableFuture.completedFuture(new Outcome.NoFunction("could not find function " + function));
        }
        if (role.compareTo(found.get().needs()) < 0) {
            return CompletableFuture.completedFuture(
                    new Outcome.NotAllowed("attempted to access privileged function " + function));
        }
        if (!module.running()) {
            return afterRetries(module);
        }
        return call(module, function, args);
    }

    /// The server asks a stopped module's process a few times before it gives up.
    private CompletableFuture<Outcome> afterRetries(DemoModule module) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Outcome broken = new Outcome.Broken("unexpected response code 404\n"
                + "could not locate module " + module.id() + ". It may be stopped, unloaded, or starting up\n"
                + "  from core/command#execute\n"
                + "  from driver/proxy/remote_driver#exec");
        timer.schedule(() -> outcome.complete(broken), limits.stoppedModule().toMillis(), TimeUnit.MILLISECONDS);
        return outcome;
    }

    private CompletableFuture<Outcome> call(DemoModule module, String function, List<JsonNode> args) {
        CompletableFuture<JsonNode> answer;
        try {
            answer = module.exec(function, args);
        } catch (RuntimeException e) {
            answer = CompletableFuture.failedFuture(e);
        }
        return answer.handle((value, failure) -> failure == null
                ? new Outcome.Returned(value)
                : failed(module, function, failure));
    }

    private static Outcome failed(DemoModule module, String function, Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause() : failure;
        if (cause instanceof DriverFault fault) {
            return new Outcome.Raised(String.valueOf(fault.getMessage()));
        }
        LOG.warn("{} of {} broke", function, module.id(), cause);
        return new Outcome.Broken("failed to execute request");
    }
}
