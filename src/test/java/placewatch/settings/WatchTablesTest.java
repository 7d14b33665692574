package placewatch.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import placewatch.settings.TableLayout.Column;
import placewatch.settings.TableLayout.Sort;
import placewatch.settings.WatchTables.Grouping;
import placewatch.settings.WatchTables.Table;

class WatchTablesTest {

    private final WatchTablesJson json = new WatchTablesJson();

    private WatchTables read(String text) {
        return json.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anyTablesComeBackAsTheyWere() {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            WatchTables tables = any(random);
            assertThat(json.read(json.write(tables))).isEqualTo(tables);
        }
    }

    private static WatchTables any(Random random) {
        List<Table> tables = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            tables.add(new Table("Runde " + i + " „" + random.nextInt(9) + "“", texts(random), texts(random),
                    texts(random), random.nextBoolean() ? "" : "/pow\"er\\d/",
                    Grouping.values()[random.nextInt(Grouping.values().length)],
                    new TableLayout(List.of(new Column("name", random.nextInt(900), random.nextBoolean()),
                            new Column("value", random.nextDouble() * 100, true)),
                            List.of(new Sort("value", random.nextBoolean()))), Set.copyOf(texts(random))));
        }
        return new WatchTables(tables, tables.isEmpty() ? "" : tables.getFirst().name(),
                Map.of("sys-1", "Boardroom\n2"));
    }

    private static List<String> texts(Random random) {
        return IntStream.range(0, random.nextInt(5)).mapToObj(i -> "sys-" + i + "/Display_1/\tp" + random.nextInt(9))
                .toList();
    }

    @Test
    void whatANewerVersionAddsIsIgnoredAndWhatIsAbsentIsAsAtFirst() {
        assertThat(read("{}")).isEqualTo(WatchTables.none());
        WatchTables tables = read("{'future':[1],'tables':[{'name':'A','grouping':'BY_MOOD','pins':['s/M_1/*'],"
                + "'colour':'red'}]}");
        assertThat(tables.tables()).containsExactly(new Table("A", List.of("s/M_1/*"), List.of(), List.of(), "",
                Grouping.NONE, TableLayout.initial(), Set.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "3", "{'tables':{}}", "{'tables':[3]}", "{'tables':[{}]}", "{'tables':[{'name':3}]}",
        "{'tables':[{'name':' A'}]}", "{'tables':[{'name':'A'},{'name':'a'}]}",
        "{'tables':[{'name':'A','pins':['x','x']}]}", "{'tables':[{'name':'A','pins':[1]}]}",
        "{'tables':[{'name':'A','columns':[{'id':'name','width':-1}]}]}", "{'titles':{'a':1}}"})
    void whatIsNotOursSaysSo(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(IllegalArgumentException.class)
                .message().isNotBlank();
    }
}
