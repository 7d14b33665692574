package placewatch.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FrameWriterTest {

    private final FrameWriter writer = new FrameWriter();
    private final ModuleAddress bookings = new ModuleAddress("sys-1234", "Bookings", 1);

    @Test
    void pageABindNamesSystemModuleIndexAndVariable() {
        assertThat(writer.write(new Outbound.Bind(1, new StatusKey(bookings, "bookings")))).isEqualTo(
                "{\"id\":1,\"cmd\":\"bind\",\"sys\":\"sys-1234\",\"mod\":\"Bookings\",\"index\":1,"
                        + "\"name\":\"bookings\"}");
    }

    @Test
    void pageAnUnbindLooksLikeItsBind() {
        assertThat(writer.write(new Outbound.Unbind(2, new StatusKey(bookings, "bookings")))).isEqualTo(
                "{\"id\":2,\"cmd\":\"unbind\",\"sys\":\"sys-1234\",\"mod\":\"Bookings\",\"index\":1,"
                        + "\"name\":\"bookings\"}");
    }

    @Test
    void pageAnExecHasAListOfArguments() {
        assertThat(writer.write(new Outbound.Exec(3, bookings, "make_booking", List.of("1631058815")))).isEqualTo(
                "{\"id\":3,\"cmd\":\"exec\",\"sys\":\"sys-1234\",\"mod\":\"Bookings\",\"index\":1,"
                        + "\"name\":\"make_booking\",\"args\":[1631058815]}");
    }

    @Test
    void argumentsStandInTheFrameAsTheyWereGiven() {
        assertThat(writer.write(new Outbound.Exec(4, bookings, "mix",
                List.of("1.0e-7", "\"a\\u00e4\"", "{\"b\": [null]}", "9007199254740993")))).endsWith(
                "\"args\":[1.0e-7,\"a\\u00e4\",{\"b\": [null]},9007199254740993]}");
        assertThat(writer.write(new Outbound.Exec(5, bookings, "none", List.of()))).endsWith("\"args\":[]}");
    }

    @Test
    void todayTheNameIsRequiredForDebugAndIgnoreTooAndTheIndexIsAnInteger() {
        ModuleAddress asked = new ModuleAddress("sys-1", "mod-Z6XXB1doL4", 2);

        assertThat(writer.write(new Outbound.Debug(4, asked))).isEqualTo(
                "{\"id\":4,\"cmd\":\"debug\",\"sys\":\"sys-1\",\"mod\":\"mod-Z6XXB1doL4\",\"index\":2,"
                        + "\"name\":\"debug\"}");
        assertThat(writer.write(new Outbound.Ignore(5, asked))).isEqualTo(
                "{\"id\":5,\"cmd\":\"ignore\",\"sys\":\"sys-1\",\"mod\":\"mod-Z6XXB1doL4\",\"index\":2,"
                        + "\"name\":\"ignore\"}");
    }

    @Test
    void pageAPingIsARawString() {
        assertThat(writer.write(new Outbound.Ping())).isEqualTo("ping");
    }

    @Test
    void namesAreEscaped() {
        assertThat(writer.write(new Outbound.Bind(1, new StatusKey(bookings, "say \"hi\"\n")))).contains(
                "\"name\":\"say \\\"hi\\\"\\n\"");
    }
}
