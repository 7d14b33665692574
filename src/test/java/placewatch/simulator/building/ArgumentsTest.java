package placewatch.simulator.building;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import placewatch.simulator.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ArgumentsTest {
    private final JsonMapper json = JsonMapper.builder().build();
    private final FrozenHouse house = new FrozenHouse();

    @AfterEach
    void close() {
        house.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            with_bool          | [true]                           | true
            with_integers      | [-128,255,65535,-7,9007199254740993] | [-128,255,65535,-7,9007199254740993]
            with_bounds        | [100]                            | 100
            with_float         | [3]                              | 3
            with_float         | [-0.5]                           | -0.5
            with_string        | ["x"]                            | "x"
            with_enum          | ["very_fast"]                    | "very_fast"
            with_long_enum     | ["grey"]                         | "grey"
            with_defaults      | ["a"]                            | ["a",3,"nowhitespace",null]
            with_defaults      | ["a",9]                          | ["a",9,"nowhitespace",null]
            with_defaults      | ["a",9,"b",null]                 | ["a",9,"b",null]
            with_nullable      | [null]                           | null
            with_nullable      | [4]                              | 4
            with_union         | ["four"]                         | "four"
            with_integer_array | [[1,2,3]]                        | [1,2,3]
            with_object_array  | [[{"name":"A","age":3,"email":null}]] | [{"name":"A","age":3,"email":null}]
            with_any           | [[1,"2",{"x":null}]]             | [1,"2",{"x":null}]
            with_no_schema     | ["anything"]                     | "anything"
            with_only_default  | []                               | 5
            no_arguments       | []                               | null
            """)
    void whatFitsIsTaken(String function, String args, String answer) {
        assertThat(house.lab().exec(function, list(args)).join()).hasToString(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '\0', textBlock = """
            with_bool          ~ ["yes"]  ~ argument "state" must be Bool, got "yes"
            with_bool          ~ []       ~ wrong number of arguments for with_bool (given 0, expected 1)
            with_bool          ~ [true,1] ~ wrong number of arguments for with_bool (given 2, expected 1)
            with_defaults      ~ []       ~ wrong number of arguments for with_defaults (given 0, expected 1..4)
            with_defaults      ~ ["a",null] ~ argument "times" must be Int32, got null
            with_integers      ~ [1,256,1,1,1] ~ byte 256 does not fit into UInt8
            with_integers      ~ [1,-1,1,1,1] ~ byte -1 does not fit into UInt8
            with_integers      ~ [1,1,1,2147483648,1] ~ count 2147483648 does not fit into Int32
            with_integers      ~ [1,1,1,1,9223372036854775808] ~ large 9223372036854775808 does not fit into Int64
            with_integers      ~ [1.0,1,1,1,1] ~ argument "small" must be Int8, got 1.0
            with_bounds        ~ [101]    ~ percent 101 is above 100
            with_bounds        ~ [-1]     ~ percent -1 is below 0
            with_float         ~ ["1"]    ~ argument "gain_db" must be Float64, got "1"
            with_enum          ~ ["fast"] ~ mode "fast" is not one of slow, normal, very_fast
            with_nullable      ~ ["x"]    ~ argument "level" must be (Int32 | Nil), got "x"
            with_union         ~ [1.5]    ~ argument "id" must be (Int32 | String | Bool), got 1.5
            with_integer_array ~ [[1,"2"]] ~ argument "numbers[1]" must be Int32, got "2"
            with_nested        ~ [{"title":"x","rooms":[]}] ~ booking lacks host
            """)
    void whatDoesNotFitIsRaised(String function, String args, String complaint) {
        assertThatThrownBy(() -> house.lab().exec(function, list(args)).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(DriverFault.class)
                .hasRootCauseMessage("module raised: " + complaint + " (ArgumentError)");
    }

    @Test
    void functionsOfEveryRoleAreDescribed() {
        List<DemoFunction> functions = house.boardroom("Display_1").functions();
        assertThat(functions).filteredOn(f -> f.needs() == Role.USER).extracting(DemoFunction::name)
                .contains("power", "power?", "switch_to", "volume", "mute");
        assertThat(functions).filteredOn(f -> f.needs() == Role.SUPPORT).extracting(DemoFunction::name)
                .containsExactly("reboot", "firmware_update");
        assertThat(functions).filteredOn(f -> f.needs() == Role.ADMIN).extracting(DemoFunction::name)
                .containsExactly("factory_reset");
    }

    @Test
    void metadataIsShapedAsPlaceOsDerivesIt() {
        assertThat(schema("switch_to", 0)).hasToString("{\"type\":\"string\",\"enum\":[\"hdmi1\",\"hdmi2\","
                + "\"display_port\",\"ops\"],\"title\":\"Samsung::Displays::MDCProtocol::Input\"}");
        assertThat(schema("switch_to", 1))
                .hasToString("{\"type\":\"integer\",\"format\":\"Int32\",\"title\":\"Int32\",\"default\":0}");
        assertThat(schema("firmware_update", 0)).hasToString("{\"anyOf\":[{\"type\":\"string\",\"title\":\"String\"},"
                + "{\"type\":\"null\"}],\"title\":\"(String | Nil)\",\"default\":null}");
    }

    @Test
    void aFunctionThatTheDriverDoesNotHaveIsTheCallersMistake() {
        assertThatThrownBy(() -> house.lab().exec("levitate", List.of()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("levitate");
    }

    private JsonNode schema(String function, int parameter) {
        return house.boardroom("Display_1").functions().stream()
                .filter(f -> f.name().equals(function))
                .findFirst().orElseThrow().parameters().get(parameter).schema();
    }

    private List<JsonNode> list(String args) {
        return List.copyOf(json.readTree(args).values());
    }
}
