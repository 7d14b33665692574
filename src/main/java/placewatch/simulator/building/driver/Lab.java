package placewatch.simulator.building.driver;

import static placewatch.simulator.building.driver.Parameter.optional;
import static placewatch.simulator.building.driver.Parameter.required;

import java.time.Duration;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The driver that misbehaves on purpose: every kind of value and argument, functions that are slow, fail or never
/// answer, floods of lines and of changes.
final class Lab implements Behaviour {
    private static final Duration SLOW = Duration.ofSeconds(3);
    private static final Duration TICK = Duration.ofMillis(20);
    private static final int MOST_KILOBYTES = 20_000;
    private static final int MOST_ROWS = 200_000;
    private static final int MOST_LINES = 100_000;
    private static final int MOST_VARIABLES = 20_000;
    private static final int MOST_A_SECOND = 100_000;
    private static final int MOST_SECONDS = 3600;
    private final Device device;
    private int beats;
    private int churns;

    Lab(Device device) {
        this.device = device;
    }

    static Driver<Lab> driver() {
        return new Driver<>("driver-LabTest", "Lab Test Driver", "Placewatch::LabTest", "Lab",
                Kind.DEVICE, 4242, "", "Every kind of value and argument", LabArguments.in(new Commands<>())
                .user("no_arguments", (d, a) -> null)
                .user("big_value", (d, a) -> LabValues.big(within(a.number(0), MOST_KILOBYTES)),
                        optional("kilobytes", Schemas.int32(), LabValues.BIG_KILOBYTES))
                .user("big_table", (d, a) -> LabValues.table(within(a.number(0), MOST_ROWS)),
                        optional("rows", Schemas.int32(), 1_000))
                .user("big_tree", (d, a) -> LabValues.tree(within(a.number(0), MOST_KILOBYTES)),
                        optional("kilobytes", Schemas.int32(), LabValues.BIG_KILOBYTES))
                .later("slow", (d, a, answer) -> d.device.after(SLOW, () -> answer.give(Json.of("done"))))
                .user("fail", (d, a) -> d.fail(a.text(0)), optional("message", Schemas.string(), "as_you_wish"))
                .later("never", (d, a, answer) -> d.device.debug("nobody will hear of this call again"))
                .user("spam", (d, a) -> d.spam(a.number(0), a.text(1)),
                        optional("lines", Schemas.int32(), 100), optional("level", level(), "debug"))
                .user("churn", (d, a) -> d.churn(a.number(0), a.number(1), a.number(2)),
                        optional("variables", Schemas.int32(), 20), optional("per_second", Schemas.int32(), 100),
                        optional("seconds", Schemas.int32(), 10))
                .user("strange_lines", (d, a) -> d.strangeLines())
                .user("set", (d, a) -> d.set(a.text(0), a.json(1)),
                        required("variable", Schemas.string()), required("value", Schemas.anyJson()))
                .user("ready?", (d, a) -> true)
                .user("reset!", (d, a) -> d.reset())
                .support("only_support", (d, a) -> "support")
                .admin("only_admin", (d, a) -> "admin")
                .list(), Lab::new);
    }

    private static ObjectNode level() {
        return Schemas.enumeration("Log::Severity", "debug", "info", "notice", "warn", "error", "fatal");
    }

    @Override
    public void begin() {
        LabValues.all().forEach(device::publish);
        device.publish("beat", beats);
        device.publish("comes_and_goes", "here");
        device.every(Duration.ofSeconds(1), this::beat);
        device.every(Duration.ofSeconds(10), this::comeAndGo);
    }

    private void beat() {
        device.publish("beat", ++beats);
        device.publish("flips", beats % 2 == 0);
        device.debug("beat " + beats);
    }

    private void comeAndGo() {
        boolean here = device.status("comes_and_goes").isPresent();
        device.publish("comes_and_goes", here ? null : "here");
        device.info(here ? "gone" : "here again");
    }

    private Object fail(String message) {
        device.log(Level.ERROR,
                message + "\n  from src/lab_test.cr:42:7 in 'fail'\n  from src/driver.cr:118:3 in 'exec'");
        throw DriverError.of("Exception", message);
    }

    private int spam(int lines, String level) {
        Level wanted = Level.valueOf(level.toUpperCase(Locale.ROOT));
        for (int i = 1; i <= within(lines, MOST_LINES); i++) {
            device.log(wanted, "spam %d of %d".formatted(i, lines));
        }
        return lines;
    }

    private int churn(int variables, int perSecond, int seconds) {
        int width = Math.max(1, within(variables, MOST_VARIABLES));
        int changes = within(perSecond, MOST_A_SECOND) * within(seconds, MOST_SECONDS);
        device.info("churning %d variables, %d changes a second for %d s".formatted(width, perSecond, seconds));
        churn(++churns, width, 0, perSecond, changes);
        return changes;
    }

    /// Makes the changes that are due in one tick, and comes back for the rest.
    private void churn(int run, int width, long ticks, int perSecond, int changes) {
        long done = Math.min(changes, ticks * perSecond * TICK.toMillis() / 1000);
        long due = Math.min(changes, (ticks + 1) * perSecond * TICK.toMillis() / 1000);
        for (long change = done; change < due; change++) {
            device.publish("churn_" + change % width, change / width + 1_000_000L * run);
        }
        if (due < changes) {
            device.after(TICK, () -> {
                if (run == churns) {
                    churn(run, width, ticks + 1, perSecond, changes);
                }
            });
        }
    }

    private boolean strangeLines() {
        device.info("\u001b[32mgreen\u001b[0m and \u001b[1;31mbold red\u001b[0m");
        device.warn("bell \u0007, null \u0000, backspace \b, carriage\rreturn, tab\tstop");
        device.info("Grüße, 東京 🏢👩🏽‍💻 שלום عالم \u202Eright to left\u202C");
        device.debug("");
        device.log(Level.ERROR, "Unhandled exception: Index out of bounds (IndexError)\n  from src/a.cr:1:1 in 'b'\n"
                + "  from src/c.cr:2:2 in 'd'\n");
        device.log(Level.FATAL, "fatal, and then it went on");
        device.debug("long " + "x".repeat(20_000));
        return true;
    }

    private JsonNode set(String variable, JsonNode value) {
        device.publish(variable, value);
        return value;
    }

    private boolean reset() {
        churns++;
        LabValues.all().forEach(device::publish);
        return true;
    }

    private static int within(int number, int most) {
        if (number < 0 || number > most) {
            throw DriverError.argument(number + " is not within 0 and " + most);
        }
        return number;
    }
}
