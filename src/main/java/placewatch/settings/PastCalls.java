package placewatch.settings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The calls that were made on one server, the latest first, and those that the person wants at hand. Immutable. It
/// holds no answers, and no argument that looks like a secret.
public record PastCalls(List<Call> calls, List<Favourite> favourites) {

    /// The most calls that are kept.
    public static final int MOST = 500;

    /// The most favourites.
    public static final int MOST_FAVOURITES = 200;

    /// What became of a call.
    public enum End { RETURNED, REFUSED, NO_ANSWER, CONNECTION_LOST, NOT_SENT, STOPPED_WAITING }

    /// How much of an argument is kept.
    public enum Extent { WHOLE, MASKED, CUT }

    /// One argument.
    ///
    /// @param text JSON text; of a cut one its beginning
    public record Argument(String text, Extent extent) {

        /// Characters of all arguments of a call together.
        static final int MOST_TEXT = 4_000;
        /// An argument that is not longer is always kept whole, and of a longer one so much remains.
        static final int BEGINNING = 100;
        static final int MOST_ARGUMENTS = 32;

        static List<Argument> bounded(List<Argument> arguments) {
            List<Argument> kept = new ArrayList<>();
            int total = 0;
            for (Argument argument : arguments) {
                if (kept.size() == MOST_ARGUMENTS) {
                    break;
                }
                String text = argument.text();
                if (text.length() > BEGINNING && total + text.length() > MOST_TEXT) {
                    kept.add(new Argument(beginning(text), Extent.CUT));
                    total += BEGINNING;
                } else {
                    kept.add(argument);
                    total += text.length();
                }
            }
            if (arguments.size() > MOST_ARGUMENTS) {
                kept.set(MOST_ARGUMENTS - 1, new Argument("…", Extent.CUT));
            }
            return List.copyOf(kept);
        }

        private static String beginning(String text) {
            int end = Character.isHighSurrogate(text.charAt(BEGINNING - 1)) ? BEGINNING - 1 : BEGINNING;
            return text.substring(0, end);
        }
    }

    /// One call.
    ///
    /// @param system id of the system
    /// @param title  what people called the system then
    /// @param module name of the module
    /// @param index  of the module among those of its name, from 1
    /// @param driver by which the same functions are known again
    /// @param code   of an error; 0 for none
    /// @param size   of the answer in characters
    public record Call(Instant at, String system, String title, String module, int index, String driver,
                       String function, List<Argument> arguments, End end, int code, long size, Duration took) {

        public Call {
            if (system.isBlank() || module.isBlank() || function.isBlank()) {
                throw new IllegalArgumentException("a call needs a system, a module and a function");
            }
            if (index < 1 || size < 0 || took.isNegative()) {
                throw new IllegalArgumentException("a call of " + function + " has a number that can't be");
            }
            arguments = Argument.bounded(arguments);
        }

        /// `Display_1`.
        public String slug() {
            return module + "_" + index;
        }
    }

    /// A call that the person wants at hand on every module with that driver.
    public record Favourite(String name, String driver, String function, List<Argument> arguments) {

        public Favourite {
            if (name.isBlank() || function.isBlank()) {
                throw new IllegalArgumentException("a favourite needs a name and a function");
            }
            arguments = Argument.bounded(arguments);
        }

        /// The same call by another name.
        public Favourite named(String next) {
            return new Favourite(next, driver, function, arguments);
        }

        /// Whether people could not tell it from the other one: names are unique among those of a driver.
        public boolean clashes(Favourite other) {
            return driver.equals(other.driver()) && name.equalsIgnoreCase(other.name());
        }
    }

    public PastCalls {
        calls = List.copyOf(calls.subList(0, Math.min(MOST, calls.size())));
        favourites = List.copyOf(favourites.subList(0, Math.min(MOST_FAVOURITES, favourites.size())));
    }

    /// Before anything was called.
    public static PastCalls none() {
        return new PastCalls(List.of(), List.of());
    }
}
