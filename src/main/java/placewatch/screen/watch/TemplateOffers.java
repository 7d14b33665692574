package placewatch.screen.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import placewatch.bridge.Connection;
import placewatch.protocol.Subscription;
import placewatch.rest.ApiResult;
import placewatch.rest.ControlSystem;
import placewatch.rest.Module;
import placewatch.rest.Page;
import placewatch.rest.SystemDetail;
import placewatch.rest.SystemQuery;

/// Which ready-made templates the building can fill. An ordinary key may not list the modules of a server, so rooms
/// are looked into, one after the other and far apart, until each kind was found or a few rooms were seen.
/// JavaFX thread.
public final class TemplateOffers implements AutoCloseable {

    private static final int ROOMS = 100;

    /// Each is a question of its own. What else is told of rooms meanwhile, for whatever screen, counts as well.
    private static final int ASKED = 12;

    private final Connection connection;
    private final TreeSet<String> names = new TreeSet<>();
    private final ObservableList<TemplateReady> offered = FXCollections.observableArrayList();
    private final Subscription hearing;
    private final Subscription returning;
    private final List<String> rooms = new ArrayList<>();
    private Subscription asking = () -> { };
    private boolean began;

    public TemplateOffers(Connection connection) {
        this.connection = connection;
        hearing = connection.onDetail(this::detail);
        returning = connection.onReturn(this::begin);
        begin();
    }

    private void begin() {
        if (began) {
            return;
        }
        began = true;
        asking = connection.systems(SystemQuery.all().first(ROOMS), result -> {
            if (result instanceof ApiResult.Ok<Page<ControlSystem>>(Page<ControlSystem> page)) {
                // rooms beside each other tend to be alike
                int seen = page.items().size();
                for (int i = 0; i < Math.min(ASKED, seen); i++) {
                    rooms.add(page.items().get(i * seen / Math.min(ASKED, seen)).id());
                }
                next();
            } else {
                // asked again when the connection opens
                began = false;
            }
        });
    }

    private void next() {
        if (rooms.isEmpty() || offered.size() == TemplateReady.ALL) {
            return;
        }
        Consumer<ApiResult<SystemDetail>> then = _ -> next();
        asking = connection.system(rooms.removeFirst(), then);
    }

    private void detail(SystemDetail detail) {
        boolean more = false;
        for (Module module : detail.modules()) {
            more |= names.add(module.name());
        }
        if (more) {
            List<TemplateReady> ready = TemplateReady.of(names);
            if (!ready.equals(offered)) {
                offered.setAll(ready);
            }
        }
    }

    /// Grows while rooms are looked into.
    public ObservableList<TemplateReady> offered() {
        return offered;
    }

    @Override
    public void close() {
        hearing.close();
        returning.close();
        asking.close();
    }
}
