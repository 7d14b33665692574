package placewatch.screen.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import placewatch.model.series.Points;
import placewatch.model.series.TimeSpan;

class TakenTest {

    private static final long NOON = Instant.parse("2026-03-02T12:00:00Z").toEpochMilli();

    private static String csv(TimeSpan span, Taken.Line... lines) throws IOException {
        StringWriter out = new StringWriter();
        new Taken(List.of(lines), span).write(out, ZoneId.of("Europe/Berlin"));
        return out.toString();
    }

    @Test
    void everyValueOfTheTimeIsALineInTheOrderOfTime() throws IOException {
        Points temperature = new Points();
        temperature.add(NOON - 1, 1);
        temperature.add(NOON, 21.40000000001);
        temperature.add(NOON + 250, -3);
        temperature.gap(NOON + 300);
        temperature.add(NOON + 1_001, 5);
        Points power = new Points();
        power.add(NOON + 100, 1);
        power.add(NOON + 260, 0);
        assertThat(csv(new TimeSpan(NOON, NOON + 1_000),
                new Taken.Line("Board, \"2\"", "sys-1", "Environment_1", "temperature", "°C", false, temperature),
                new Taken.Line("=cmd()", "sys-2", "Display_1", "@power", "", true, power)))
                .isEqualTo("""
                        time,value,variable,unit,module,system,system id\r
                        2026-03-02T13:00:00.000+01:00,21.40000000001,temperature,°C,Environment_1,"Board, ""2""\",sys-1\r
                        2026-03-02T13:00:00.100+01:00,true,'@power,,Display_1,'=cmd(),sys-2\r
                        2026-03-02T13:00:00.250+01:00,-3,temperature,°C,Environment_1,"Board, ""2""\",sys-1\r
                        2026-03-02T13:00:00.260+01:00,false,'@power,,Display_1,'=cmd(),sys-2\r
                        2026-03-02T13:00:00.300+01:00,,temperature,°C,Environment_1,"Board, ""2""\",sys-1\r
                        """);
    }
}
