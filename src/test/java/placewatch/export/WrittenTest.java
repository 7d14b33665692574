package placewatch.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an export looks like, to the character.
class WrittenTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static String csv(Cell cell) {
        return ExportFormat.CSV.text(new ExportTable(List.of("a", "b"), List.of(List.of(cell, Cell.text("b")))), ZONE)
                .replaceFirst("^a,b\r\n", "").replaceFirst(",b\r\n$", "");
    }

    private static String tabs(Cell cell) {
        return ExportFormat.TAB_SEPARATED.text(
                new ExportTable(List.of("a", "b"), List.of(List.of(cell, Cell.text("b")))), ZONE)
                .replaceFirst("^a\tb\n", "").replaceFirst("\tb\n$", "");
    }

    /// ␉, ␍, ␊ and ␀ stand for what they picture, • for nothing.
    private static String real(String drawn) {
        return drawn.replace('␉', '\t').replace('␍', '\r').replace('␊', '\n').replace('␀', '\0').replace("•", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            =1+1            | '=1+1
            =cmd/C calc!A0  | '=cmd/C calc!A0
            +49 30 1234     | '+49 30 1234
            -5              | '-5
            - not a number  | '- not a number
            @SUM(A1)        | '@SUM(A1)
            ＝1+1            | '＝1+1
            ＠SUM(A1)        | '＠SUM(A1)
            ␀=1             | '␀=1
            '=1             | ''=1
            ''-             | '''-
            'tis            | 'tis
            hdmi-1          | hdmi-1
            a=b             | a=b
            5               | 5
            """)
    void aTextThatASpreadsheetWouldRunIsGuarded(String text, String written) {
        assertThat(csv(Cell.text(real(text)))).isEqualTo(real(written));
        assertThat(tabs(Cell.text(real(text)))).isEqualTo(real(written));
        assertThat(FormulaGuard.off(real(written))).isEqualTo(real(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ␉=1    | "'␉=1"  | "'␉=1"
            ␍=1    | "'␍=1"  | "'␍=1"
            ␊x     | "'␊x"   | "'␊x"
            ,=1    | ",=1"   | ,=1
            "=1    | "\""=1" | "\""=1"
            x;=1   | "x;=1"  | x;=1
            x␉=1   | "x␉=1"  | "x␉=1"
            """)
    void soIsOneThatBeginsWithABreakAndWhatWouldBeginAnotherCellIsQuoted(String text, String asCsv, String asTabs) {
        assertThat(csv(Cell.text(real(text)))).isEqualTo(real(asCsv));
        assertThat(tabs(Cell.text(real(text)))).isEqualTo(real(asTabs));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            -5                | -5
            -1.5e-3           | -1.5e-3
            -0                | -0
            true              | true
            null              | null
            "hdmi1"           | hdmi1
            "=1+1"            | '=1+1
            "-5 dB"           | '-5 dB
            "+1"              | '+1
            "-5"              | "\""-5"\""
            "42"              | "\""42"\""
            "true"            | "\""true"\""
            ""                | "\"""\""
            "0203"            | "\""0203"\""
            "a\\nb"           | "a␊b"
            "a b"             | a b
            """)
    void aNumberIsNotGuardedAndAStringStandsAsPeopleReadIt(String json, String written) {
        assertThat(csv(Cell.json(json))).isEqualTo(real(written));
        assertThat(tabs(Cell.json(json))).isEqualTo(real(written));
    }

    @Test
    void anObjectIsQuotedInCsvAndReadableWherePasted() {
        assertThat(csv(Cell.json("{\"a\":[1,2]}"))).isEqualTo("\"{\"\"a\"\":[1,2]}\"");
        assertThat(tabs(Cell.json("{\"a\":[1,2]}"))).isEqualTo("{\"a\":[1,2]}");
    }

    @Test
    void numbersTimesAndNothing() {
        assertThat(csv(Cell.number(-12))).isEqualTo("-12");
        assertThat(csv(Cell.number(0.1))).isEqualTo("0.1");
        assertThat(csv(Cell.number(Double.NaN))).isEmpty();
        assertThat(csv(Cell.empty())).isEmpty();
        assertThat(csv(Cell.of(Optional.empty()))).isEmpty();
        assertThat(csv(Cell.time(Instant.parse("2026-07-01T10:00:00Z")))).isEqualTo("2026-07-01T12:00:00.000+02:00");
        assertThat(csv(Cell.time(Instant.parse("2026-11-26T10:00:00.0019Z"))))
                .isEqualTo("2026-11-26T11:00:00.001+01:00");
    }

    @Test
    void theNameOfAColumnIsGuardedToo() {
        assertThat(ExportFormat.CSV.text(new ExportTable(List.of("=A1", "b"), List.of()), ZONE))
                .isEqualTo("'=A1,b\r\n");
    }

    @Test
    void oneEmptyCellAloneIsALine() {
        ExportTable table = new ExportTable(List.of("a"), List.of(List.of(Cell.empty())));
        assertThat(ExportFormat.CSV.text(table, ZONE)).isEqualTo("a\r\n\"\"\r\n");
    }

    @Test
    void jsonHasARowInEachLine() {
        ExportTable table = new ExportTable(List.of("name", "value", "at", "n"), List.of(
                List.of(Cell.text("a\"b"), Cell.json("{\"x\":1.50}"), Cell.time(Instant.EPOCH), Cell.number(3)),
                List.of(Cell.text("c"), Cell.json("\"d\""), Cell.empty(), Cell.empty())));
        assertThat(ExportFormat.JSON.text(table, ZoneId.of("UTC"))).isEqualTo("""
                [
                {"name":"a\\"b","value":{"x":1.50},"at":"1970-01-01T00:00:00.000Z","n":3},
                {"name":"c","value":"d","at":null,"n":null}
                ]
                """);
        assertThat(ExportFormat.JSON.text(new ExportTable(List.of("a"), List.of()), ZONE)).isEqualTo("[]\n");
    }

    @Test
    void aTableIsWhole() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ExportTable(List.of(), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new ExportTable(List.of("a", "a"), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExportTable(List.of("a"), List.of(List.of(Cell.empty(), Cell.empty()))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Boardroom 2.01 | Boardroom-2.01_2026-11-26T02-15.csv
            Büro / Süd     | Büro-Süd_2026-11-26T02-15.csv
            ../../etc      | etc_2026-11-26T02-15.csv
            a:b*c?"<>\\    | a-b-c_2026-11-26T02-15.csv
            😀             | export_2026-11-26T02-15.csv
            -x.            | x_2026-11-26T02-15.csv
            """)
    void aProposedNameSuitsEveryFileSystem(String about, String name) {
        Instant at = Instant.parse("2026-11-26T01:15:59Z");
        assertThat(ExportName.of(List.of(about), at, ZONE, ExportFormat.CSV)).isEqualTo(name);
    }

    @Test
    void aProposedNameGoesFromLargeToSmallAndIsNotTooLong() {
        Instant at = Instant.parse("2026-11-26T01:15:59Z");
        assertThat(ExportName.of(List.of("Boardroom 2.01", "Display_1", "status"), at, ZONE, ExportFormat.JSON))
                .isEqualTo("Boardroom-2.01_Display_1_status_2026-11-26T02-15.json");
        assertThat(ExportName.of(List.of("x".repeat(500), "y"), at, ZONE, ExportFormat.CSV))
                .isEqualTo("x".repeat(40) + "_y_2026-11-26T02-15.csv");
    }
}
