package placewatch.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {

    private static final String META =
            "\"meta\":{\"sys\":\"sys-1234\",\"mod\":\"Bookings\",\"index\":1,\"name\":\"bookings\"}";
    private static final StatusKey BOOKINGS =
            new StatusKey(new ModuleAddress("sys-1234", "Bookings", 1), "bookings");

    private final FrameReader reader = new FrameReader();

    @Test
    void pageAfterASuccessfulBindYouWillReceiveASuccessResponse() {
        assertThat(reader.read("{\"id\":1,\"type\":\"success\"," + META + "}"))
                .isEqualTo(new Inbound.Success(OptionalLong.of(1), Optional.empty(), Optional.empty()));
    }

    @Test
    void pageAValueChangeNotificationHoldsStringifiedJson() {
        assertThat(reader.read("{\"id\":18,\"type\":\"notify\",\"value\":\"[]\"," + META + "}"))
                .isEqualTo(new Inbound.Notify(OptionalLong.of(18), BOOKINGS, "\"[]\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "42.0", "1.0e-7", "-0", "90071992547409931", "123456789012345678901234567890",
        "true", "false", "null", "\"on\"", "\"a \\\"quoted\\\" \\u00e4\"", "{\"a\": [1, {\"b\":null}] }",
        "[ 1.50 , \"x\" ]", "\"\"", "{}"})
    void todayTheValueOfANotifyIsRawJsonAndKeepsItsDigits(String value) {
        Inbound.Notify expected = new Inbound.Notify(OptionalLong.of(3), BOOKINGS, value);

        assertThat(reader.read("{\"id\":3,\"type\":\"notify\",\"value\":" + value + "," + META + "}"))
                .isEqualTo(expected);
        assertThat(reader.read("{" + META + ",\"type\":\"notify\",\"id\":3,\"value\" : " + value + " }"))
                .isEqualTo(expected);
    }

    @Test
    void pageAnExecReturnsTheValueOfTheCalledMethod() {
        assertThat(reader.read("{\"id\":3,\"type\":\"success\"," + META + ",\"value\":{}}"))
                .isEqualTo(new Inbound.Success(OptionalLong.of(3), Optional.of("{}"), Optional.empty()));
    }

    @Test
    void todayAnExecSuccessAlsoHasACode() {
        assertThat(reader.read("{\"id\":3,\"type\":\"success\"," + META + ",\"value\":[1.0],\"code\":203}"))
                .isEqualTo(new Inbound.Success(OptionalLong.of(3), Optional.of("[1.0]"), Optional.empty()));
    }

    @Test
    void pageADebugIsAnsweredWithTheModuleId() {
        assertThat(reader.read("{\"id\":4,\"type\":\"success\",\"mod_id\":\"mod-Z6XXB1doL4\","
                + "\"meta\":{\"sys\":\"sys-Z6XXA-Kc_v\",\"mod\":\"Bookings\",\"index\":1}}"))
                .isEqualTo(new Inbound.Success(OptionalLong.of(4), Optional.empty(), Optional.of("mod-Z6XXB1doL4")));
    }

    @Test
    void pageAnIgnoreAndTodayAnUnbindAndADebugAreAnsweredBarely() {
        assertThat(reader.read("{\"id\":5,\"type\":\"success\"}"))
                .isEqualTo(new Inbound.Success(OptionalLong.of(5), Optional.empty(), Optional.empty()));
    }

    @Test
    void pageLogMessagesNameAClassAndCarryNoId() {
        assertThat(reader.read("{\"type\":\"debug\",\"mod\":\"mod-Z6XXB1doL4\",\"klass\":\"::Some::Display\","
                + "\"level\":\"debug\",\"msg\":\"input changed to HDMI\"}"))
                .isEqualTo(new Inbound.Debug(OptionalLong.empty(), "mod-Z6XXB1doL4", "debug",
                        "input changed to HDMI", Optional.of("::Some::Display")));
    }

    @Test
    void todayLogMessagesNameNoClassAndCarryTheDebugsIdAndMeta() {
        assertThat(reader.read("{\"id\":7,\"type\":\"debug\",\"mod\":\"mod-1\",\"level\":\"warn\","
                + "\"msg\":\"two\\nlines\",\"meta\":{\"sys\":\"sys-1\",\"mod\":\"mod-1\",\"index\":1,"
                        + "\"name\":\"debug\"}}"))
                .isEqualTo(new Inbound.Debug(
                        OptionalLong.of(7), "mod-1", "warn", "two\nlines", Optional.empty()));
    }

    @Test
    void pageAnErrorsCodeIsFromTheTable() {
        assertThat(reader.read("{\"id\":9,\"type\":\"error\",\"code\":6,\"msg\":\"module not found\"}"))
                .isEqualTo(new Inbound.Error(OptionalLong.of(9), new ServerError(6, "module not found")));
    }

    @Test
    void todayErrorCodeIsTheTablesNumberAndCodeAnHttpStatus() {
        assertThat(reader.read("{\"id\":9,\"type\":\"error\",\"msg\":\"no\",\"error_code\":2,\"code\":500}"))
                .isEqualTo(new Inbound.Error(OptionalLong.of(9), new ServerError(2, "no")));
        assertThat(reader.read("{\"code\":500,\"error_code\":2,\"msg\":\"no\",\"type\":\"error\",\"id\":9}"))
                .isEqualTo(new Inbound.Error(OptionalLong.of(9), new ServerError(2, "no")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pong", "pong\n", " pong "})
    void theServerRespondsWithPong(String frame) {
        assertThat(reader.read(frame)).isEqualTo(new Inbound.Pong());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', value = {
        "7,             7",
        "'\"7\"',       7",
        "7.0,           7",
        "'\"seven\"',   -1",
        "null,          -1",
        "[7],           -1",
        "123456789012345678901234567890123, -1",
    })
    void anIdMayBeANumberOrAString(String id, long expected) {
        Inbound.Success success = (Inbound.Success) reader.read("{\"type\":\"success\",\"id\":" + id + "}");

        assertThat(success.id().orElse(-1)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', value = {"null, 1", "2, 2", "'\"2\"', 2", "2.0, 2"})
    void aMissingOrNullIndexMeansOne(String index, int expected) {
        Inbound.Notify notify = (Inbound.Notify) reader.read("{\"type\":\"notify\",\"value\":1,"
                + "\"meta\":{\"sys\":\"s\",\"mod\":\"M\",\"index\":" + index + ",\"name\":\"n\"}}");
        Inbound.Notify without = (Inbound.Notify) reader.read("{\"type\":\"notify\",\"value\":1,"
                + "\"meta\":{\"sys\":\"s\",\"mod\":\"M\",\"name\":\"n\"}}");

        assertThat(notify.key().module().index()).isEqualTo(expected);
        assertThat(without.key().module().index()).isEqualTo(1);
    }

    @Test
    void unknownFieldsAreNoError() {
        assertThat(reader.read("{\"new\":{\"deep\":[{}]},\"id\":1,\"type\":\"success\",\"meta\":{\"x\":[1],\"sys\":3},"
                + "\"other\":null,\"meta2\":[]}"))
                .isEqualTo(new Inbound.Success(OptionalLong.of(1), Optional.empty(), Optional.empty()));
    }

    @Test
    void aNotifyWithoutAValueMeansNull() {
        assertThat(reader.read("{\"type\":\"notify\"," + META + "}"))
                .isEqualTo(new Inbound.Notify(OptionalLong.empty(), BOOKINGS, "null"));
    }

    @Test
    void textFieldsOfOtherTypesBecomeTheirText() {
        assertThat(reader.read("{\"type\":\"debug\",\"mod\":\"mod-1\",\"level\":3,\"msg\":{\"a\":1}}"))
                .isEqualTo(new Inbound.Debug(OptionalLong.empty(), "mod-1", "3", "{\"a\":1}", Optional.empty()));
        assertThat(reader.read("{\"type\":\"error\",\"id\":1,\"msg\":null,\"code\":\"six\"}"))
                .isEqualTo(new Inbound.Error(OptionalLong.of(1), new ServerError(-1, "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ping", "{", "[]", "null", "12", "{\"id\":1", "{\"id\":1,}", "{}",
        "{\"type\":null}",
        "{\"type\":\"success\",\"id\":1} trailing", "{\"type\":\"later\",\"id\":1}", "{\"type\":[\"notify\"]}",
        "{\"type\":\"notify\",\"value\":1}", "{\"type\":\"notify\",\"value\":1,\"meta\":null}",
        "{\"type\":\"notify\",\"meta\":{\"sys\":\"\",\"mod\":\"M\",\"name\":\"n\"}}",
        "{\"type\":\"notify\",\"meta\":{\"sys\":\"s\",\"mod\":\"M\",\"index\":0,\"name\":\"n\"}}",
        "{\"type\":\"notify\",\"meta\":{\"sys\":\"s\",\"mod\":\"M\",\"index\":1.5,\"name\":\"n\"}}",
        "{\"type\":\"notify\",\"value\":NaN}", "{\"type\":\"debug\",\"msg\":\"from nobody\"}",
        "<html><body>502 Bad Gateway</body></html>", "{\"type\":\"success\",\"id\":\"\\ud8\"}"})
    void whatCannotBeReadIsSetAsideWithItsBeginning(String frame) {
        Inbound.Unreadable unreadable = (Inbound.Unreadable) reader.read(frame);

        assertThat(unreadable.length()).isEqualTo(frame.length());
        assertThat(unreadable.beginning()).isEqualTo(frame);
        assertThat(unreadable.reason()).isNotBlank();
    }

    @Test
    void ofALongUnreadableFrameOnlyTheBeginningIsKept() {
        Inbound.Unreadable unreadable = (Inbound.Unreadable) reader.read("x".repeat(5_000));

        assertThat(unreadable.length()).isEqualTo(5_000);
        assertThat(unreadable.beginning()).hasSize(200);
    }

    @Test
    void aFrameOfTwentyMegabytesIsRead() {
        String text = "\"" + "y".repeat(10_000_000) + "\"";
        String value = "[" + text + "," + text + "," + "7".repeat(5_000) + "]";

        Inbound.Notify notify = (Inbound.Notify) reader.read("{\"type\":\"notify\","
                + "\"value\":" + value + "," + META + "}");

        assertThat(notify.value().equals(value)).isTrue();
        assertThat(notify.key()).isEqualTo(BOOKINGS);
    }

    @Test
    void aFrameCutOffAnywhereIsSetAside() {
        String frame = "{\"id\":18,\"type\":\"notify\",\"value\":[1.5,\"a\\u00e4\",{\"b\":null}]," + META + "}";

        for (int length = 0; length < frame.length(); length++) {
            assertThat(reader.read(frame.substring(0, length))).isInstanceOf(Inbound.Unreadable.class);
        }
    }

    @Test
    void nestingWithoutEndIsSetAside() {
        assertThat(reader.read("{\"type\":\"notify\",\"value\":" + "[".repeat(100_000)))
                .isInstanceOf(Inbound.Unreadable.class);
    }
}
