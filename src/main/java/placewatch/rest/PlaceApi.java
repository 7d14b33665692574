package placewatch.rest;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.ServerAddress;

/// REST calls to one server with one credential. Every method may be called on any thread, returns at once, and its
/// future never completes exceptionally; cancelling the future itself (not one derived from it) abandons the call.
///
/// Futures complete on threads of this client, so what hangs on them must not block. Redirects are not followed.
public final class PlaceApi implements AutoCloseable {

    /// The most zones asked for at once; the server allows 10,000.
    private static final int ZONES_A_PAGE = 1000;

    private final ServerAddress server;
    private final HttpCalls calls;

    public PlaceApi(ServerAddress server, Credential credential, Route route) {
        this(server, credential, route, Deadlines.usual(), InstantSource.system());
    }

    /// @param clock  tells how long a `Retry-After` date lies ahead
    public PlaceApi(
            ServerAddress server, Credential credential, Route route, Deadlines deadlines, InstantSource clock) {
        this.server = server;
        this.calls = new HttpCalls(credential, route.to(server.origin()), deadlines, clock);
    }

    /// Makes ready for the first call, on a thread of this client, so that its answer is read without delay.
    public void prepare() {
        calls.prepare();
    }

    /// What this host is. Asked without the key, so it may go to a host that is not known to be PlaceOS.
    public CompletableFuture<ApiResult<Authority>> authority() {
        return calls.send(Call.getUnsigned(server.host("/auth/authority"), "who this host is"), HostReader::authority);
    }

    /// Which program answers.
    public CompletableFuture<ApiResult<ServerVersion>> version() {
        return calls.send(Call.get(server.rest("/version"), "version of the server"), HostReader::version);
    }

    /// Whose key this is.
    public CompletableFuture<ApiResult<CurrentUser>> currentUser() {
        return calls.send(Call.get(server.rest("/users/current"), "user of this key"), HostReader::user);
    }

    /// One page; the next begins at [Page#end()].
    public CompletableFuture<ApiResult<Page<ControlSystem>>> systems(SystemQuery query) {
        StringBuilder path = new StringBuilder("/systems?limit=" + query.limit() + "&offset=" + query.offset());
        if (!query.text().isBlank()) {
            path.append("&q=").append(PathText.encode(query.text().strip()));
        }
        if (!query.zoneIds().isEmpty()) {
            path.append("&zone_id=").append(PathText.encode(String.join(",", query.zoneIds())));
        }
        if (query.bookableOnly()) {
            path.append("&bookable=true");
        }
        if (query.leastSeats() > 0) {
            path.append("&capacity=").append(query.leastSeats());
        }
        if (!query.features().isEmpty()) {
            path.append("&features=").append(PathText.encode(String.join(",", query.features())));
        }
        return calls.send(
                Call.get(server.rest(path.toString()), "list of systems"),
                answer -> PageReader.read(answer, query.offset(), SystemReader.readAll(answer.objects())));
    }

    /// One system with zones and modules; open to every key.
    public CompletableFuture<ApiResult<SystemDetail>> system(String systemId) {
        URI uri = server.rest("/systems/" + PathText.encode(systemId) + "?complete=true");
        return calls.send(Call.get(uri, "system " + systemId), answer -> SystemReader.readDetail(answer.object()));
    }

    /// Every zone, all pages.
    public CompletableFuture<ApiResult<List<Zone>>> zones() {
        return new ZonePages(offset -> calls.send(
                Call.get(server.rest("/zones?limit=" + ZONES_A_PAGE + "&offset=" + offset), "list of zones"),
                answer -> PageReader.read(answer, offset, ZoneReader.readAll(answer.objects())))).gather();
    }

    /// Support or above; an ordinary key gets `NotAllowed`.
    public CompletableFuture<ApiResult<List<Function>>> functions(ModuleAddress module) {
        URI uri = server.rest("/systems/" + PathText.encode(module.system())
                + "/functions/" + PathText.encode(module.slug()));
        return calls.send(
                Call.get(uri, "functions of " + module), answer -> FunctionReader.readAll(answer.object()));
    }

    /// Status variables with their present values as JSON text, in the server's order; support or above. A module
    /// or a system that the server does not know has an empty state.
    public CompletableFuture<ApiResult<Map<String, String>>> state(ModuleAddress module) {
        URI uri = server.rest("/systems/" + PathText.encode(module.system()) + "/" + PathText.encode(module.slug()));
        return calls.send(Call.get(uri, "state of " + module), answer -> StateReader.read(answer.object()));
    }

    /// Starts a module, everywhere it is used; support or above, unless it runs already.
    public CompletableFuture<ApiResult<Done>> start(String moduleId) {
        return calls.send(toModule(moduleId, "start"), _ -> new Done());
    }

    /// Stops a module, everywhere it is used; support or above, unless it is stopped already.
    public CompletableFuture<ApiResult<Done>> stop(String moduleId) {
        return calls.send(toModule(moduleId, "stop"), _ -> new Done());
    }

    /// Has the server ping what the module talks to; a logic module talks to nothing: `BadRequest` with 422.
    public CompletableFuture<ApiResult<PingResult>> ping(String moduleId) {
        return calls.send(toModule(moduleId, "ping"), HostReader::ping);
    }

    /// Starts every module of a system; support or above.
    public CompletableFuture<ApiResult<Done>> startSystem(String systemId) {
        return calls.send(toSystem(systemId, "start"), _ -> new Done());
    }

    /// Stops every module of a system, those that other systems share included; support or above.
    public CompletableFuture<ApiResult<Done>> stopSystem(String systemId) {
        return calls.send(toSystem(systemId, "stop"), _ -> new Done());
    }

    private Call toSystem(String systemId, String action) {
        return Call.post(
                server.rest("/systems/" + PathText.encode(systemId) + "/" + action), "system " + systemId);
    }

    private Call toModule(String moduleId, String action) {
        return Call.post(
                server.rest("/modules/" + PathText.encode(moduleId) + "/" + action), "module " + moduleId);
    }

    /// Returns at once. What is still waiting ends as `ConnectionLost`, on the caller's thread; the client's threads
    /// end as soon as each has finished what it is doing. Closing twice does nothing.
    @Override
    public void close() {
        calls.close();
    }
}
