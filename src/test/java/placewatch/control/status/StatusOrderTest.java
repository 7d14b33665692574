package placewatch.control.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import placewatch.model.StatusRow;
import placewatch.model.StatusValue;
import placewatch.protocol.ModuleAddress;
import placewatch.protocol.StatusKey;
import placewatch.control.status.StatusOrder.By;
import placewatch.control.status.StatusOrder.Column;
import placewatch.socket.BindPhase;

class StatusOrderTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static StatusRow row(String name, String... values) {
        StatusRow row = new StatusRow(new StatusKey(new ModuleAddress("sys-1", "Display", 1), name));
        row.phase(new BindPhase.Live(), NOON);
        for (int i = 0; i < values.length; i++) {
            row.arrived(values[i], NOON.plusSeconds(i), 1);
        }
        return row;
    }

    private static List<String> sorted(List<StatusRow> rows, By... by) {
        return new StatusOrder(List.of(by)).sorted(rows).stream().map(row -> row.key().name()).toList();
    }

    @Test
    void numbersCompareAsNumbersAndTextsAsPeopleCount() {
        List<StatusRow> rows = new ArrayList<>();
        for (String value : List.of("\"Level 10\"", "9", "10", "null", "-1e3", "true",
                "{\"a\":1}", "\"level 2\"", "false")) {
            rows.add(row(value, value));
        }
        rows.add(row("nothing"));
        assertThat(sorted(rows, new By(Column.VALUE, true))).containsExactly("false", "true", "-1e3", "9", "10",
                "\"level 2\"", "\"Level 10\"", "{\"a\":1}", "null", "nothing");
    }

    @Test
    void whatComparesAlikeStaysAsItIsAndTheNextColumnDecides() {
        List<StatusRow> rows = List.of(row("b", "1", "2"), row("a", "5"), row("c", "7"));
        assertThat(sorted(rows, new By(Column.CHANGES, true))).containsExactly("a", "c", "b");
        assertThat(sorted(rows, new By(Column.CHANGES, true), new By(Column.VALUE, false)))
                .containsExactly("c", "a", "b");
        assertThat(sorted(rows, new By(Column.QUALITY, false))).containsExactly("b", "a", "c");
        assertThat(sorted(rows)).containsExactly("b", "a", "c");
    }

    @Test
    void tenThousandRowsAreSortedByNumber() {
        List<StatusRow> rows = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            rows.add(row("v" + i, Integer.toString(i * 7_919 % 10_007)));
        }
        List<StatusRow> sorted = new StatusOrder(List.of(new By(Column.VALUE, true))).sorted(rows);
        assertThat(sorted).isSortedAccordingTo((one, other) -> Double.compare(number(one), number(other)));
    }

    private static double number(StatusRow row) {
        return row.value().map(StatusValue::json).map(Double::parseDouble).orElseThrow();
    }
}
