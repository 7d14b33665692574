package placewatch.control;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import placewatch.model.Quality;
import placewatch.protocol.ErrorCode;
import placewatch.protocol.Failure;
import placewatch.protocol.ServerError;
import placewatch.rest.PingResult;
import placewatch.socket.DebugPhase;
import placewatch.socket.SocketState;

/// The words of the product: every state, failure and error as a sentence for people, in one place.
public final class Texts {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private Texts() {
    }

    /// A quality in words.
    public static String quality(Quality quality, Instant now) {
        return switch (quality) {
            case Quality.Live() -> "live";
            case Quality.Binding() -> "binding…";
            case Quality.LastKnown(Instant since, var _) -> "last known, " + ago(since, now);
            case Quality.NoValueYet() -> "no value yet";
            case Quality.ModuleStopped() -> "module stopped";
            case Quality.Missing(ServerError error) ->
                error.number() == ErrorCode.SYSTEM_NOT_FOUND.number() ? "no such system" : "no such variable or module";
            case Quality.Refused(var _) -> "refused";
            case Quality.Unanswered() -> "no answer";
            case Quality.NotConnected() -> "not connected";
        };
    }

    /// A quality in a sentence that says why.
    public static String qualityDetail(Quality quality) {
        return switch (quality) {
            case Quality.Live() -> "This is what the module says now.";
            case Quality.Binding() -> "Asked the server for this variable; it has not answered yet.";
            case Quality.LastKnown(var _, Quality.Cause cause) -> switch (cause) {
                case DISCONNECTED -> "The connection is down; this is the last value that came.";
                case BINDING_AGAIN -> "The connection is back; the variable is being bound again.";
                case NOT_SENT_AGAIN -> "Bound again, but the server sent no value: the module may have removed it.";
                case BIND_REFUSED -> "The server would not bind it again; this is the last value that came.";
                case NO_ANSWER -> "The server did not answer the bind; this is the last value that came.";
            };
            case Quality.NoValueYet() -> "Bound. The module has not published this variable.";
            case Quality.ModuleStopped() -> "The module is stopped: its last state stands and nothing renews it.";
            case Quality.Missing(ServerError error) -> error(error);
            case Quality.Refused(ServerError error) -> error(error);
            case Quality.Unanswered() -> "The server did not answer the bind.";
            case Quality.NotConnected() -> "There is no connection, and no value came before.";
        };
    }

    /// The same, and since when the variable is another module's.
    public static String qualityDetail(Quality quality, @Nullable Instant remappedAt) {
        return remappedAt == null ? qualityDetail(quality)
                : qualityDetail(quality) + " Since " + TIME_OF_DAY.format(remappedAt.atZone(ZoneId.systemDefault()))
                        + " the address means another module; what came before is not shown.";
    }

    /// `now`, `9 s ago`, `35 s ago`, `2 min ago`, `1 h ago`, `3 d ago`.
    public static String ago(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        return age.toSeconds() < 1 ? "now" : calmly(age) + " ago";
    }

    /// `over 9 s`: it was so already when we first looked.
    public static String overAgo(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        return age.toSeconds() < 1 ? "" : "over " + calmly(age);
    }

    /// From twenty seconds on only every fifth is counted: a column of ages in which each line counts seconds draws the
    /// eye to what has long come to rest, and costs more than all else that such a table does.
    private static String calmly(Duration age) {
        long seconds = age.toSeconds();
        return seconds < 20 || seconds >= 60 ? span(age) : seconds / 5 * 5 + " s";
    }

    /// `9 s`, `2 min`, `1 h`, `3 d`: one unit, rounded down.
    public static String span(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min";
        }
        return seconds < 86_400 ? seconds / 3600 + " h" : seconds / 86_400 + " d";
    }

    /// `2 h 14 min`: two units where the larger is hours.
    public static String longSpan(Duration time) {
        long minutes = time.toMinutes();
        return minutes < 60 ? span(time) : minutes / 60 + " h " + minutes % 60 + " min";
    }

    /// `38 ms`, `2.4 s`.
    public static String took(Duration time) {
        long millis = time.toMillis();
        return millis < 1000 ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }

    /// Local time of day to the millisecond.
    public static String clock(Instant moment, ZoneId zone) {
        return CLOCK.format(moment.atZone(zone));
    }

    /// Local time of day to the second.
    public static String timeOfDay(Instant moment, ZoneId zone) {
        return TIME_OF_DAY.format(moment.atZone(zone));
    }

    /// That a long text is kept by its beginning alone.
    public static String onlyBeginning(int kept, int length) {
        return "the first " + grouped(kept) + " of " + grouped(length)
                + " characters; more of a past value is not kept";
    }

    /// `UTC+1`.
    public static String offset(ZoneId zone, Instant moment) {
        ZoneOffset offset = zone.getRules().getOffset(moment);
        if (offset.getTotalSeconds() == 0) {
            return "UTC";
        }
        int minutes = Math.abs(offset.getTotalSeconds() / 60);
        String rest = minutes % 60 == 0 ? "" : String.format(Locale.ROOT, ":%02d", minutes % 60);
        return "UTC" + (offset.getTotalSeconds() < 0 ? "−" : "+") + minutes / 60 + rest;
    }

    /// `4.2 kB`: length of a text in characters, as people read sizes.
    public static String size(int characters) {
        if (characters < 1000) {
            return characters + " B";
        }
        return characters < 1_000_000 ? String.format(Locale.ROOT, "%.1f kB", characters / 1000.0)
                : String.format(Locale.ROOT, "%.1f MB", characters / 1_000_000.0);
    }

    /// `1 system`, `36 systems`.
    public static String count(long number, String noun) {
        return grouped(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /// `12 345`.
    public static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }

    /// A connection's state in a few words.
    public static String state(SocketState state, String name, Instant now) {
        return switch (state) {
            case SocketState.Idle() -> "Not connected";
            case SocketState.Connecting(int attempt) ->
                "Connecting to " + name + (attempt > 1 ? ", attempt " + attempt : "") + "…";
            case SocketState.Open(var _) -> "Live · " + name;
            case SocketState.Waiting(Instant retryAt, int attempt, var _) -> "Disconnected · trying again in "
                    + span(Duration.between(now, retryAt).plusMillis(999)) + " (attempt " + (attempt + 1) + ")";
            case SocketState.Refused(var _) -> "Refused by " + name;
            case SocketState.Closed() -> "Closed";
        };
    }

    /// A failure as a sentence: what happened and what to do.
    public static String failure(Failure failure) {
        return switch (failure) {
            case Failure.HostNotFound(String host) ->
                "No computer is called “" + host + "”. Check the address, or whether this network can look it up.";
            case Failure.Unreachable(String address, var _) ->
                "Nothing answers at " + address + ". Check the address and port, and whether the server is up.";
            case Failure.NotTrusted(Failure.Distrust reason, var _) -> distrust(reason);
            case Failure.BadAuthorityFile(var file, Failure.FileFault fault, var _) -> fileFault(fault, file);
            case Failure.ProxyNotFound(String host) -> "No computer is called “" + host + "”, which this computer's "
                    + "network settings name as the proxy. Correct the proxy there, or ask whoever runs the network.";
            case Failure.ProxyUnreachable(String proxy, var _) -> "The proxy " + proxy + " does not answer. Check the "
                    + "proxy in this computer's network settings, or whether this network needs one at all.";
            case Failure.ProxyWantsSignIn(String proxy) -> "The proxy " + proxy + " asks for a sign-in, which "
                    + "Placewatch can't give. Ask whoever runs the network to let this server through without one.";
            case Failure.ProxyRefused(String proxy, String target, var _) -> "The proxy " + proxy + " did not let the "
                    + "connection through to " + target
                    + ". Check the address, or ask whoever runs the network to allow it.";
            case Failure.KeyRejected(var _) -> "The server does not accept this API key. Check it, or make a new one.";
            case Failure.NotAllowed(var _) -> "This key is not allowed to do that.";
            case Failure.NotFound(String what) -> "The server has no " + what + ".";
            case Failure.NotPlaceOs(var _) -> "Something answers there, but it is not a PlaceOS "
                    + "server. Check the address.";
            case Failure.BadRequest(int status, var _) ->
                "The server did not accept the request (status " + status + ").";
            case Failure.Busy(int status, var retryAfter) -> "The server is busy or restarting (status " + status + ")."
                    + retryAfter.map(wait -> " It asks to wait " + span(wait) + ".").orElse(" Try again in a moment.");
            case Failure.ServerFault(int status, var _) -> "The server failed while answering (status " + status + ").";
            case Failure.Unreadable(var _) -> "The server's answer could not be read.";
            case Failure.TimedOut(Duration waited) -> "No answer within " + span(waited) + ".";
            case Failure.ConnectionLost(String detail) ->
                detail.isBlank() ? "The connection was lost." : "The connection was lost: " + detail + ".";
        };
    }

    private static String distrust(Failure.Distrust reason) {
        return switch (reason) {
            case UNKNOWN_ISSUER -> "This computer does not know who signed the server's certificate. If your company "
                    + "has a certificate authority of its own, add its file under More settings.";
            case EXPIRED -> "The server's certificate has expired. Check this computer's clock; if it is right, ask "
                    + "whoever runs the server to renew the certificate.";
            case NOT_YET_VALID -> "The server's certificate is not valid yet. Check this computer's clock and date.";
            case WRONG_HOST -> "The server's certificate is for another host name. Use the name that the certificate "
                    + "is made for, or ask whoever runs the server.";
            case OTHER -> "No secure connection could be agreed with the server. Ask whoever runs it which TLS "
                    + "versions and certificates it uses.";
        };
    }

    private static String fileFault(Failure.FileFault fault, Path file) {
        return switch (fault) {
            case MISSING -> "There is no certificate file “" + file + "”. Check the path, or choose the file anew.";
            case UNREADABLE -> "The certificate file “" + file + "” can't be read. Check that it is a file and that "
                    + "you may open it.";
            case NO_CERTIFICATE -> "“" + file + "” holds no certificate. Choose the authority's certificate as a PEM "
                    + "or DER file (.pem, .crt, .cer).";
            case EXPIRED -> "The certificate in “" + file + "” has expired. Ask whoever gave it to you for the "
                    + "present one.";
            case NOT_YET_VALID -> "The certificate in “" + file + "” is not valid yet. Check this computer's clock "
                    + "and date.";
        };
    }

    /// Why the live connection is down, or was refused; [#state] says when it is tried again.
    public static String lineFailure(Failure failure) {
        if (failure instanceof Failure.Busy(int status, var _)) {
            // how long it is waited stands beside it, and may be longer than what the server asked for
            return "The server is busy or restarting (status " + status + ").";
        }
        return failure instanceof Failure.NotAllowed
                ? "This key may not open the live connection. Connect with another key, or ask an administrator for "
                + "one that may." : failure(failure);
    }

    /// Why the control socket did not open although REST works.
    public static String socketFailure(Failure failure) {
        return failure instanceof Failure.NotAllowed ? lineFailure(failure)
                : "The server answers, but its live connection could not be opened; a proxy on the way may not let "
                + "WebSockets through. " + failure(failure);
    }

    /// A failure of something that takes a higher role. A server answers some of these with 401, which says nothing
    /// of the key itself.
    public static String actionFailure(Failure failure) {
        return failure instanceof Failure.KeyRejected
                ? "The server does not let this key do that." : failure(failure);
    }

    /// What a ping found out, as a sentence.
    public static String ping(PingResult ping, String slug) {
        String host = ping.host().isBlank() ? "The host of " + slug : ping.host();
        String words = Stream.of(ping.exception(), ping.warning()).filter(text -> !text.isBlank())
                .collect(Collectors.joining("; "));
        return host + (ping.pingable() ? " answers the ping" : " does not answer the ping")
                + (words.isEmpty() ? "." : ": " + words + ".");
    }

    /// The server's own words about a failure, for *Details*; may be empty.
    public static String failureDetail(Failure failure) {
        return switch (failure) {
            case Failure.HostNotFound(String host) -> host;
            case Failure.Unreachable(var _, String detail) -> detail;
            case Failure.NotTrusted(var _, String detail) -> detail;
            case Failure.BadAuthorityFile(var _, var _, String detail) -> detail;
            case Failure.ProxyNotFound(String host) -> host;
            case Failure.ProxyUnreachable(var _, String detail) -> detail;
            case Failure.ProxyWantsSignIn(var _) -> "";
            case Failure.ProxyRefused(var _, var _, String detail) -> detail;
            case Failure.KeyRejected(String text) -> text;
            case Failure.NotAllowed(String text) -> text;
            case Failure.NotFound(var _) -> "";
            case Failure.NotPlaceOs(String detail) -> detail;
            case Failure.BadRequest(var _, String text) -> text;
            case Failure.Busy(var _, var _) -> "";
            case Failure.ServerFault(var _, String text) -> text;
            case Failure.Unreadable(String detail) -> detail;
            case Failure.TimedOut(var _) -> "";
            case Failure.ConnectionLost(String detail) -> detail;
        };
    }

    /// An error reply as a sentence; the server's words follow behind a colon where it gave any.
    public static String error(ServerError error) {
        String sentence = error.code().map(code -> switch (code) {
            case PARSE_ERROR -> "The server could not read the request";
            case BAD_REQUEST -> "The module has no such function, or something was missing from the request";
            case ACCESS_DENIED -> "This key is not allowed to do that";
            case REQUEST_FAILED -> "The driver raised an error";
            case UNKNOWN_COMMAND -> "The server does not know this command";
            case SYSTEM_NOT_FOUND -> "There is no such system";
            case MODULE_NOT_FOUND -> "There is no such module in this system";
            case UNEXPECTED_FAILURE -> "The server failed unexpectedly; the module may be stopped";
        }).orElse("The server answered with error " + error.number());
        return error.text().isBlank() ? sentence + "." : sentence + ": " + error.text().strip();
    }

    /// That addresses mean other modules than before, noticed at that moment.
    public static String remapped(List<String> slugs, Instant at) {
        String time = TIME_OF_DAY.format(at.atZone(ZoneId.systemDefault()));
        return slugs.size() == 1
                ? slugs.getFirst() + " is another module now, noticed at " + time + ". Choose it to see that one."
                : String.join(", ", slugs) + " are other modules now, noticed at " + time
                + ". Choose one to see what it is.";
    }

    /// That the open module has another address since that moment.
    public static String moduleMoved(String before, String now, Instant noticed) {
        return before + " is " + now + " now, noticed at " + TIME_OF_DAY.format(noticed.atZone(ZoneId.systemDefault()))
                + ". This is still the same module; its log and calls go on here.";
    }

    /// That the open module is not in its system any more since that moment.
    public static String moduleGone(String slug, Instant noticed) {
        return slug + " was removed from this system, noticed at "
                + TIME_OF_DAY.format(noticed.atZone(ZoneId.systemDefault()))
                + ". Nothing here is renewed; what came before can still be read and copied.";
    }

    /// That the open module is in its system again since that moment.
    public static String moduleBack(String slug, Instant noticed) {
        return slug + " is in this system again, noticed at "
                + TIME_OF_DAY.format(noticed.atZone(ZoneId.systemDefault())) + ".";
    }

    /// A text in one line, its control characters made visible: `␊` for a line feed, `␀` for a null.
    public static String visible(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> shown.appendCodePoint(c < ' ' ? 0x2400 + c : c == 0x7F ? 0x2421 : c));
        return shown.toString();
    }

    /// How a debug stream stands, in a few words.
    public static String debug(DebugPhase phase) {
        return switch (phase) {
            case DebugPhase.Asking() -> "asking…";
            case DebugPhase.Streaming() -> "debug on";
            case DebugPhase.Refused(ServerError error) -> error(error);
            case DebugPhase.Unanswered(var _) -> "the server did not answer";
            case DebugPhase.Disconnected() -> "not connected";
        };
    }
}
