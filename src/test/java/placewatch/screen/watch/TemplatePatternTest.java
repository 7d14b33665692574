package placewatch.screen.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import placewatch.protocol.ModuleAddress;
import placewatch.rest.Module;
import placewatch.rest.SystemDetail.Addressed;

class TemplatePatternTest {

    /// A room with modules of those slugs.
    static List<Addressed> room(String slugs) {
        return Arrays.stream(slugs.split(" ")).filter(slug -> !slug.isEmpty()).map(slug -> {
            ModuleAddress address = ModuleAddress.ofSlug("sys-1", slug);
            return new Addressed(address, new Module("mod-" + slug, address.module(), "driver", "", Module.Kind.DEVICE,
                    "", 0, "", true, true, ""));
        }).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Display_1/power        | Display_1 Display_2 System_1 | Display_1
            Display_2/power        | Display_1 Display_2          | Display_2
            Display_3/power        | Display_1 Display_2          | ''
            Display_*/power        | Display_1 Mixer_1 Display_2  | Display_1 Display_2
            */connected            | Display_1 Mixer_1            | Display_1 Mixer_1
            Room_101_1/power       | Room_101_1 Room_1            | Room_101_1
            Room_101_*/power       | Room_101_1 Room_101_2 Room_1 | Room_101_1 Room_101_2
            ' Display_1 / power '  | Display_1                    | Display_1
            DisplayX_*/power       | Display_1                    | ''
            */connected            | ''                           | ''
            """)
    void aPatternMeansTheseModules(String pattern, String modules, String wanted) {
        TemplatePattern.Sound sound = (TemplatePattern.Sound) TemplatePattern.read(pattern);
        assertThat(String.join(" ", sound.in(room(modules)).stream().map(ModuleAddress::slug).toList()))
                .isEqualTo(wanted);
        assertThat(TemplatePattern.read(sound.toString())).isEqualTo(sound);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Display_2/power | Display_1 | no Display_2
            Display_2/power | Mixer_1   | no Display
            Display_*/power | Mixer_1   | no Display
            */connected     | ''        | no modules
            """)
    void aRoomWithoutSuchAModuleSaysSo(String pattern, String modules, String words) {
        assertThat(((TemplatePattern.Sound) TemplatePattern.read(pattern)).lacks(room(modules))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                   | Nothing is written here.                     | Display_1/power
            power                | This names no module.                        | Display_1/power
            Display_1            | This names a module, but no variable.        | Display_1/power
            *                    | This names a module, but no variable.        | */power
            Display_1.power      | A slash parts                                | Display_1/power
            Display/power        | Which Display is not said.                   | Display_1/power for the first
            Display_0/power      | The first of a room's modules has the index 1. | Display_1/power
            Disp*_1/power        | A * stands for the index                     | Disp_*/power, or */power
            Display_1*/power     | A * stands for the index                     | Display_1_*/power
            **/power             | A * stands for the index                     | Display_*/power
            Display_1/           | There is no variable after the slash.        | Display_1/power
            /power               | There is no module before the slash.         | Display_1/power
            Display_1/pow*       | A * can't stand for a variable.              | Display_1/power
            Display_1/a//b       | There is nothing between two slashes         | Display_1/power
            """)
    void aWrongPatternSaysWhatIsWrongAndWhatIsRight(String pattern, String what, String right) {
        TemplatePattern.Wrong wrong = (TemplatePattern.Wrong) TemplatePattern.read(pattern);
        assertThat(wrong.what()).startsWith(what);
        assertThat(wrong.right()).contains(right);
        // what is offered instead is right itself
        String offered = wrong.right().replaceAll("^.*?(\\S+/[\\w*]+(/\\w+)*).*$", "$1");
        assertThat(TemplatePattern.read(offered)).as(offered).isInstanceOf(TemplatePattern.Sound.class);
    }

    @Test
    void whatFollowsTheVariableIsTheWayIntoItsValue() {
        TemplatePattern.Sound sound =
                (TemplatePattern.Sound) TemplatePattern.read("Bookings_1/current_booking/attendees/0/name");
        assertThat(sound.variable()).isEqualTo("current_booking");
        assertThat(sound.members()).containsExactly("attendees", "0", "name");
    }
}
