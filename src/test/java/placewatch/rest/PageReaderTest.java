package placewatch.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static placewatch.rest.Results.ok;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import placewatch.network.Route;
import placewatch.protocol.Credential;
import placewatch.rest.CannedServer.Canned;

/// Where a page lies, from the headers a real server sends with it.
class PageReaderTest {

    private CannedServer server;
    private PlaceApi api;

    @BeforeEach
    void open() throws Exception {
        server = CannedServer.start();
        api = new PlaceApi(server.address(), new Credential.ApiKey("k"), Route.direct());
    }

    @AfterEach
    void close() {
        api.close();
        server.close();
    }

    private Page<ControlSystem> page(int limit, int offset) throws Exception {
        SystemQuery query = SystemQuery.all().first(limit).from(offset);
        return ok(api.systems(query));
    }

    private Page<ControlSystem> pageWith(Canned answer) throws Exception {
        server.on("GET", "/systems?limit=2&offset=4", answer);
        return page(2, 4);
    }

    private static Canned rooms(int first, int end) {
        List<String> rooms = new ArrayList<>();
        for (int i = first; i < end; i++) {
            rooms.add("{\"id\":\"sys-" + i + "\"}");
        }
        return Canned.json("[" + String.join(",", rooms) + "]");
    }

    @Test
    void aServerWhoseLinkSkipsARowIsReadWithoutAGap() throws Exception {
        // five systems, two a page: the links say 3 and 6, and the one that would be right at the end is missing
        server.on("GET", "/systems?limit=2&offset=0", rooms(0, 2).with("X-Total-Count", "5")
                .with("Link", "</api/engine/v2/systems?offset=3&limit=2>; rel=\"next\""));
        server.on("GET", "/systems?limit=2&offset=2", rooms(2, 4).with("X-Total-Count", "5"));
        server.on("GET", "/systems?limit=2&offset=4", rooms(4, 5).with("X-Total-Count", "5"));

        List<String> ids = new ArrayList<>();
        Page<ControlSystem> page = page(2, 0);
        page.items().forEach(system -> ids.add(system.id()));
        while (page.more()) {
            page = page(2, page.end());
            page.items().forEach(system -> ids.add(system.id()));
        }

        assertThat(ids).containsExactly("sys-0", "sys-1", "sys-2", "sys-3", "sys-4");
        assertThat(server.asked()).hasSize(3);
    }

    @Test
    void theTotalIsTakenFromTheCount() throws Exception {
        Page<ControlSystem> page = pageWith(rooms(4, 6)
                .with("X-Total-Count", "5000")
                .with("Content-Range", "sys 4-6/77")
                .with("Link", "</api/engine/v2/systems?limit=2&offset=6>; rel=\"next\""));

        assertThat(page.total()).isEqualTo(5000);
        assertThat(page.offset()).isEqualTo(4);
        assertThat(page.end()).isEqualTo(6);
        assertThat(page.more()).isTrue();
    }

    @Test
    void elseFromTheRange() throws Exception {
        Page<ControlSystem> page = pageWith(rooms(4, 6).with("Content-Range", "sys 4-6/77"));
        assertThat(page.total()).isEqualTo(77);
        assertThat(page.more()).isTrue();
    }

    @Test
    void elseFromWhatCame() throws Exception {
        Page<ControlSystem> page = pageWith(rooms(4, 6).with("X-Total-Count", "lots"));
        assertThat(page.total()).isEqualTo(6);
        assertThat(page.more()).isFalse();
    }

    @Test
    void aLinkAloneOffersMore() throws Exception {
        assertThat(pageWith(rooms(4, 6)
                .with("Link", "</api/a%2Cb?offset=2>; rel=\"prev\", </api/a?offset=6>; rel=next")).more())
                .isTrue();
    }

    @Test
    void aLinkThatLeadsNowhereOffersNothing() throws Exception {
        assertThat(pageWith(rooms(4, 6).with("Link", "</api/engine/v2/systems?offset=4>; rel=\"next\"")).more())
                .isFalse();
        assertThat(pageWith(rooms(4, 6).with("Link", "</api/engine/v2/systems?offset=2>; rel=\"prev\"")).more())
                .isFalse();
    }

    @Test
    void anEmptyPageIsTheLast() throws Exception {
        Page<ControlSystem> page = pageWith(rooms(0, 0).with("X-Total-Count", "5000")
                .with("Link", "</api/engine/v2/systems?offset=6>; rel=\"next\""));
        assertThat(page.more()).isFalse();
        assertThat(page.total()).isEqualTo(5000);
    }
}
