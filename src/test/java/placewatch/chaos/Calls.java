package placewatch.chaos;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import placewatch.bridge.Connection;
import placewatch.socket.ExecResult;

/// Calls functions all the time: some change values, some never answer, and some carry a number so that the server can
/// tell how often each was run. Pulse thread.
final class Calls {

    private final Connection connection;
    private final DemoServer server;
    private final Violations violations;
    private final Random chance;
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private int made;
    private int ended;

    Calls(Connection connection, DemoServer server, Violations violations, Random chance) {
        this.connection = connection;
        this.server = server;
        this.violations = violations;
        this.chance = chance;
    }

    void next() {
        switch (chance.nextInt(8)) {
            case 0, 1, 2 -> call("set", "\"zero\"", Integer.toString(made));
            case 3 -> call("set", "\"text\"", "\"text " + made + "\"");
            case 4 -> call("spam", "3", "\"info\"");
            case 5 -> call("never");
            default -> number();
        }
    }

    /// Sends something and looks no further.
    void nudge() {
        call("no_arguments");
    }

    boolean allEnded() {
        return ended == made;
    }

    Map<String, Integer> outcomes() {
        return outcomes;
    }

    private void call(String function, String... args) {
        made++;
        connection.exec(DemoServer.LAB, function, List.of(args), this::end);
    }

    private void number() {
        made++;
        String number = "call " + made;
        connection.exec(DemoServer.LAB, "fail", List.of("\"" + number + "\""), result -> {
            end(result);
            check(number, result);
        });
    }

    private void end(ExecResult result) {
        ended++;
        outcomes.merge(result.getClass().getSimpleName(), 1, Integer::sum);
    }

    private void check(String number, ExecResult result) {
        int times = server.timesLogged(number);
        boolean right = switch (result) {
            case ExecResult.Returned _ -> false;
            case ExecResult.Refused _ -> times == 1;
            case ExecResult.ConnectionLost _, ExecResult.TimedOut _ -> times <= 1;
            case ExecResult.NotSent _ -> times == 0;
        };
        if (!right) {
            violations.add("a call ran another number of times than its result says",
                    () -> number + " ran " + times + " times: " + result);
        }
    }

    /// Once more, when all is quiet: none may have run twice, however late.
    void checkAgain() {
        for (int number = 1; number <= made; number++) {
            int times = server.timesLogged("call " + number);
            if (times > 1) {
                int call = number;
                violations.add("a call ran more than once", () -> "call " + call + " ran " + times + " times");
            }
        }
    }
}
