package placewatch.screen.explore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import placewatch.bridge.Access;
import placewatch.bridge.Connection;
import placewatch.bridge.Drained;
import placewatch.bridge.Inbox;
import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.protocol.ServerAddress;
import placewatch.socket.SocketOptions;

/// The places without a window: the test's thread plays the JavaFX thread and says what is in sight.
final class PlacesStage implements AutoCloseable {

    private final Inbox inbox = new Inbox(() -> { });
    private final Connection connection;
    private final Map<String, String> kept = new HashMap<>();
    private final Favourites favourites;
    private final PlacesModel model;

    PlacesStage(ServerAddress address, String key, Map<String, String> starred) {
        connection = new Connection("test",
                new Access(address, new Credential.ApiKey(key), Route.direct()), SocketOptions.standard(), inbox);
        kept.putAll(starred);
        favourites = new Favourites(starred, titles -> {
            kept.clear();
            kept.putAll(titles);
        });
        model = new PlacesModel(connection, favourites);
        connection.open();
        model.load();
    }

    PlacesStage(ServerAddress address) {
        this(address, "key", Map.of());
    }

    Connection connection() {
        return connection;
    }

    PlacesModel model() {
        return model;
    }

    /// What would be written to disk.
    Map<String, String> kept() {
        return kept;
    }

    void drain() {
        inbox.drain(System.nanoTime() + 4_000_000);
    }

    void until(String what, Callable<Boolean> holds) {
        Drained.until(inbox, what, holds);
    }

    /// Looks at 25 lines from there on, and waits until each shows what it stands for.
    void look(int first) {
        until("lines from " + first + " to be filled, instead of " + lines(first, 25), () -> {
            model.inSight(first, first + 24);
            return lines(first, 25).stream().noneMatch(line -> line.contains("oading"));
        });
    }

    /// What a person reads on these lines.
    List<String> lines(int first, int number) {
        return IntStream.range(first, Math.min(first + number, model.rows().size()))
                .mapToObj(i -> words(model.rows().get(i))).toList();
    }

    List<String> lines() {
        return lines(0, model.rows().size());
    }

    static String words(PlaceNode node) {
        return switch (node) {
            case PlaceNode.OfZone zone -> (zone.open() ? "- " : "+ ") + zone.title()
                    + (zone.count() < 0 ? "" : " " + zone.count());
            case PlaceNode.OfSystem system -> system.system().title();
            case PlaceNode.Waiting _ -> "loading…";
            case PlaceNode.Notice notice -> notice.text();
            case PlaceNode.Act act -> act.text();
        };
    }

    @Override
    public void close() {
        model.close();
        connection.close();
    }
}
