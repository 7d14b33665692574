package placewatch.rest;

import java.util.List;
import placewatch.protocol.Failure;

/// What a server says about itself and about the key.
final class HostReader {

    private HostReader() {
    }

    static Authority authority(Answer answer) {
        Fields fields = answer.object();
        if (List.of("id", "name", "login_url", "version").stream().noneMatch(fields::has)) {
            throw new BadAnswer(new Failure.NotPlaceOs(
                    answer.call().uri().getPath() + " was answered with JSON of some other program"));
        }
        return new Authority(
                fields.text("name"), fields.text("description"), fields.text("version"), fields.text("login_url"));
    }

    static ServerVersion version(Answer answer) {
        Fields fields = answer.object();
        return new ServerVersion(
                fields.text("service"),
                fields.text("version"),
                fields.text("platform_version"),
                fields.text("commit"),
                fields.text("build_time"));
    }

    static CurrentUser user(Answer answer) {
        Fields fields = answer.object();
        return new CurrentUser(fields.text("id"), fields.text("name"), fields.text("email"), role(fields));
    }

    private static CurrentUser.Role role(Fields fields) {
        if (fields.flag("sys_admin")) {
            return CurrentUser.Role.ADMIN;
        }
        return fields.flag("support") ? CurrentUser.Role.SUPPORT : CurrentUser.Role.USER;
    }

    static PingResult ping(Answer answer) {
        Fields fields = answer.object();
        return new PingResult(
                fields.text("host"), fields.flag("pingable"), fields.text("warning"), fields.text("exception"));
    }
}
