package placewatch.simulator.socket;

import java.util.Optional;
import placewatch.protocol.ErrorCode;
import placewatch.simulator.Execution;
import placewatch.simulator.Role;
import placewatch.simulator.building.Building;
import placewatch.simulator.building.DemoModule;

/// A server to the letter of the public page: it answers everything, in order but for what drivers take their time
/// over, and says which system or module doesn't exist.
final class DocumentedProtocol implements ControlProtocol {

    private final Building building;
    private final StatusBindings bindings;
    private final Execution execution;
    private final DocumentedRequests requests = new DocumentedRequests();

    DocumentedProtocol(Building building, StatusBindings bindings, Execution execution) {
        this.building = building;
        this.bindings = bindings;
        this.execution = execution;
    }

    @Override
    public void receive(ControlConnection client, String text) {
        switch (requests.parse(text)) {
            case Parsed.Understood(Request request) -> handle(client, request);
            case Parsed.Refused(String frame) -> client.send(frame);
            case Parsed.Unanswered _ -> client.send(
                    DocumentedFrames.error(Optional.empty(), ErrorCode.PARSE_ERROR, "invalid request"));
        }
    }

    private void handle(ControlConnection client, Request request) {
        if (building.system(request.target().system()).isEmpty()) {
            refuse(client, request, ErrorCode.SYSTEM_NOT_FOUND,
                    "system " + request.target().system() + " does not exist");
            return;
        }
        switch (request.command()) {
            case BIND -> withModule(client, request, module -> bind(client, request, module));
            case UNBIND -> {
                client.holdings().unbind(request.bound());
                client.send(DocumentedFrames.success(request));
            }
            case EXEC -> withModule(client, request, module -> exec(client, request, module));
            case DEBUG -> withModule(client, request, module -> debug(client, request, module));
            case IGNORE -> ignore(client, request);
        }
    }

    private interface ModuleCall {
        void on(DemoModule module);
    }

    private void withModule(ControlConnection client, Request request, ModuleCall call) {
        Optional<DemoModule> module = request.target().in(building);
        if (module.isPresent()) {
            call.on(module.get());
        } else {
            refuseModule(client, request);
        }
    }

    private void bind(ControlConnection client, Request request, DemoModule module) {
        if (request.target().internal() && !client.caller().may(Role.SUPPORT)) {
            refuse(client, request, ErrorCode.ACCESS_DENIED, "attempted to access protected module");
            return;
        }
        client.send(DocumentedFrames.success(request));
        if (client.holdings().binds(request.bound())) {
            // "After binding to a status variable the WebSocket will post the current value": this one too.
            module.status(request.name()).ifPresent(value -> client.send(
                    DocumentedFrames.notification(client.nextNotifyId(), request, new ChangedValue(value))));
            return;
        }
        Binding binding = new Binding(request.bound(), value -> client.send(
                DocumentedFrames.notification(client.nextNotifyId(), request, value)));
        client.holdings().keep(request.bound(), binding);
        bindings.begin(binding);
    }

    private void exec(ControlConnection client, Request request, DemoModule module) {
        execution.run(Optional.of(module), client.caller().role(), request.name(), request.args())
                .thenAccept(outcome -> client.send(frame(request, outcome)));
    }

    /// The page has no code for a function that doesn't exist; its 1 is about fields, so this is a failed request.
    private static String frame(Request request, Execution.Outcome outcome) {
        Optional<String> id = Optional.of(request.id());
        return switch (outcome) {
            case Execution.Outcome.Returned(var value) -> DocumentedFrames.returned(request, value);
            case Execution.Outcome.NoModule(String words) ->
                    DocumentedFrames.error(id, ErrorCode.MODULE_NOT_FOUND, words);
            case Execution.Outcome.NoFunction(String words) ->
                    DocumentedFrames.error(id, ErrorCode.REQUEST_FAILED, words);
            case Execution.Outcome.NotAllowed(String words) ->
                    DocumentedFrames.error(id, ErrorCode.ACCESS_DENIED, words);
            case Execution.Outcome.Raised(String words) ->
                    DocumentedFrames.error(id, ErrorCode.REQUEST_FAILED, words);
            case Execution.Outcome.Broken(String words) ->
                    DocumentedFrames.error(id, ErrorCode.UNEXPECTED_FAILURE, words);
        };
    }

    private void debug(ControlConnection client, Request request, DemoModule module) {
        // a room that nobody has asked anything sleeps and writes nothing
        module.state();
        client.holdings().watch(watchKey(request, module.id()), new DebugStream(module.id(), line ->
                client.send(DocumentedFrames.line(module.id(), module.driver().className(), line))));
        client.send(DocumentedFrames.debugging(request, module.id()));
    }

    /// By module id, as the page shows it.
    private void ignore(ControlConnection client, Request request) {
        if (building.module(request.target().module()).isEmpty()) {
            refuseModule(client, request);
            return;
        }
        client.holdings().ignore(watchKey(request, request.target().module()));
        client.send(DocumentedFrames.ignored(request));
    }

    private static Target watchKey(Request request, String moduleId) {
        return new Target(request.target().system(), moduleId, 1);
    }

    private static void refuseModule(ControlConnection client, Request request) {
        refuse(client, request, ErrorCode.MODULE_NOT_FOUND, "module " + request.target().module() + " "
                + request.target().index() + " does not exist in " + request.target().system());
    }

    private static void refuse(ControlConnection client, Request request, ErrorCode code, String words) {
        client.send(DocumentedFrames.error(Optional.of(request.id()), code, words));
    }
}
