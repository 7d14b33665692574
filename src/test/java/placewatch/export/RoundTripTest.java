package placewatch.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import placewatch.protocol.JsonText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whatever is exported can be read back, by readers that are not ours or know nothing of our writer.
class RoundTripTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant BASE = Instant.parse("2026-03-29T00:30:00.123Z");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int TABLES = 2_000;
    private static final JsonText JSON_TEXT = new JsonText();

    private static ExportTable table(RandomCells cells) {
        int width = 1 + cells.below(4);
        List<String> columns = new ArrayList<>();
        while (columns.size() < width) {
            String name = cells.text();
            if (!columns.contains(name)) {
                columns.add(name);
            }
        }
        return new ExportTable(columns, IntStream.range(0, cells.below(4))
                .mapToObj(_ -> IntStream.range(0, width).mapToObj(_ -> cell(cells)).toList()).toList());
    }

    private static Cell cell(RandomCells cells) {
        return switch (cells.below(10)) {
            case 0 -> Cell.empty();
            case 1 -> Cell.number(cells.below(2000) - 1000L);
            case 2 -> Cell.number((cells.below(2000) - 1000) / 64.0);
            case 3 -> Cell.time(BASE.plusMillis(cells.below(10_000_000)));
            case 4, 5, 6 -> Cell.text(cells.text());
            default -> Cell.json(cells.json());
        };
    }

    /// What a cell of a spreadsheet means, the guard taken off.
    private static JsonNode meant(String cell) {
        String text = FormulaGuard.off(cell);
        return JSON_TEXT.isValue(text) ? JSON.readTree(text) : JSON.getNodeFactory().stringNode(text);
    }

    private static void same(Cell cell, String read, String about) {
        switch (cell) {
            case Cell.Text(String text) -> assertThat(FormulaGuard.off(read)).as(about).isEqualTo(text);
            case Cell.Json(String json) -> assertThat(meant(read)).as(about).isEqualTo(JSON.readTree(json));
            case Cell.Time(Instant at) ->
                assertThat(OffsetDateTime.parse(read)).as(about).isEqualTo(at.atZone(ZONE).toOffsetDateTime());
            case Cell.Number(var number) -> assertThat(read).as(about).isEqualTo(number.toString());
            case Cell.Empty() -> assertThat(read).as(about).isEmpty();
        }
    }

    private static void same(Cell cell, JsonNode read, String about) {
        switch (cell) {
            case Cell.Text(String text) -> assertThat(read.stringValue()).as(about).isEqualTo(text);
            case Cell.Json(String json) -> assertThat(read).as(about).isEqualTo(JSON.readTree(json));
            case Cell.Time(Instant at) -> assertThat(OffsetDateTime.parse(read.stringValue())).as(about)
                    .isEqualTo(at.atZone(ZONE).toOffsetDateTime());
            case Cell.Number(var number) ->
                assertThat(read.decimalValue()).as(about).isEqualByComparingTo(number);
            case Cell.Empty() -> assertThat(read.isNull()).as(about).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(value = ExportFormat.class, names = {"CSV", "TAB_SEPARATED"})
    void whatIsSeparatedIsReadBackCellByCell(ExportFormat format) {
        int cells = 0;
        for (int seed = 0; seed < TABLES; seed++) {
            ExportTable table = table(new RandomCells(seed));
            String text = format.text(table, ZONE);
            String about = "seed " + seed + ": " + text;
            List<List<String>> read = format == ExportFormat.CSV ? SeparatedReader.csv(text)
                    : SeparatedReader.tabs(text);
            assertThat(read).as(about).hasSize(table.rows().size() + 1);
            assertThat(read.getFirst().stream().map(FormulaGuard::off)).as(about).isEqualTo(table.columns());
            for (int row = 0; row < table.rows().size(); row++) {
                assertThat(read.get(row + 1)).as(about).hasSize(table.columns().size());
                for (int i = 0; i < table.columns().size(); i++) {
                    same(table.rows().get(row).get(i), read.get(row + 1).get(i), about);
                    cells++;
                }
            }
        }
        assertThat(cells).isGreaterThan(TABLES);
    }

    @ParameterizedTest
    @EnumSource(value = ExportFormat.class, names = {"CSV", "TAB_SEPARATED"})
    void noCellOfASpreadsheetIsAFormulaUnlessItIsANumber(ExportFormat format) {
        for (int seed = 0; seed < TABLES; seed++) {
            ExportTable table = table(new RandomCells(seed));
            String text = format.text(table, ZONE);
            (format == ExportFormat.CSV ? SeparatedReader.csv(text) : SeparatedReader.tabs(text)).stream()
                    .flatMap(List::stream).filter(cell -> cell.strip().matches("(?s)[=+\\-@\t\r\n＝＋－＠].*"))
                    .forEach(cell -> assertThat(cell.strip()).matches("-[0-9][0-9.eE+-]*"));
        }
    }

    @Test
    void jsonIsReadBackAsRealJson() {
        for (int seed = 0; seed < TABLES; seed++) {
            ExportTable table = table(new RandomCells(seed));
            String text = ExportFormat.JSON.text(table, ZONE);
            JsonNode read = JSON.readTree(text);
            assertThat(read.isArray()).isTrue();
            rows(table, read.valueStream().toList(), "seed " + seed + ": " + text);
        }
    }

    @Test
    void jsonLinesHaveARowInEachLine() {
        for (int seed = 0; seed < TABLES; seed++) {
            ExportTable table = table(new RandomCells(seed));
            String text = ExportFormat.JSON_LINES.text(table, ZONE);
            rows(table, text.lines().map(JSON::readTree).toList(), "seed " + seed + ": " + text);
        }
    }

    private static void rows(ExportTable table, List<JsonNode> read, String about) {
        assertThat(read).as(about).hasSize(table.rows().size());
        for (int row = 0; row < read.size(); row++) {
            assertThat(read.get(row).propertyNames()).as(about).containsExactlyElementsOf(table.columns());
            for (int i = 0; i < table.columns().size(); i++) {
                same(table.rows().get(row).get(i), read.get(row).get(table.columns().get(i)), about);
            }
        }
    }

    @Test
    void textThatIsNoJsonIsTheStringThatItIs() {
        ExportTable table = new ExportTable(List.of("value"), List.of(List.of(Cell.json("on, maybe"))));
        assertThat(ExportFormat.JSON.text(table, ZONE)).isEqualTo("[\n{\"value\":\"on, maybe\"}\n]\n");
        assertThat(ExportFormat.TAB_SEPARATED.text(table, ZONE)).isEqualTo("value\non, maybe\n");
    }

    @Test
    void halfACharacterComesThroughWhereItCan() {
        ExportTable table = new ExportTable(List.of("value", "words"),
                List.of(List.of(Cell.json("\"\\ud83d\""), Cell.text("\ud83d"))));
        String json = ExportFormat.JSON.text(table, ZONE);
        assertThat(json).isEqualTo("[\n{\"value\":\"\\ud83d\",\"words\":\"\\ud83d\"}\n]\n");
        assertThat(Optional.of(SeparatedReader.csv(ExportFormat.CSV.text(table, ZONE)).getLast().getFirst()))
                .contains("\"\\ud83d\"");
    }
}
