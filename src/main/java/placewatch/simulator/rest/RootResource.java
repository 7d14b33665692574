package placewatch.simulator.rest;

import java.time.Instant;
import java.util.Locale;
import placewatch.simulator.Role;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Who and what a client is talking to. Immutable.
final class RootResource {

    static final String VERSION = "2.2607.0";
    private static final Instant BUILT = Instant.parse("2026-07-30T02:11:45Z");

    void route(Router router) {
        router.get("", Rights.NO_KEY_NEEDED, call -> Answer.empty(200));
        router.get("version", Rights.ANY_KEY, call -> version());
        router.get("users/current", Rights.ANY_KEY, this::user);
    }

    private static Answer version() {
        return Answer.ok(JsonNodeFactory.instance.objectNode()
                .put("service", "rest-api").put("commit", "ee8db8e").put("version", VERSION)
                .put("build_time", BUILT.toString()).put("platform_version", VERSION));
    }

    /// What this host is; asked before anything else, without a key (protocol.md, REST).
    static Answer authority(String host) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("id", "authority-Demo1").put("name", "Demo building").put("description", "simulated by Placewatch");
        body.put("domain", host).put("version", VERSION);
        body.put("login_url", "/login?continue={{url}}").put("logout_url", "/auth/logout");
        body.put("session", false).put("production", false);
        body.putObject("config");
        return Answer.ok(body);
    }

    private Answer user(Call call) {
        Role role = call.caller().role();
        String name = switch (role) {
            case USER -> "Una User";
            case SUPPORT -> "Sam Support";
            case ADMIN -> "Ada Admin";
        };
        String login = name.substring(0, name.indexOf(' ')).toLowerCase(Locale.ROOT);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("created_at", BUILT.getEpochSecond()).put("name", name).put("email", login + "@demo.example");
        body.put("login_name", login).put("deleted", false);
        body.putArray("groups");
        body.put("sys_admin", role == Role.ADMIN).put("support", role == Role.SUPPORT);
        body.put("locatable", true).put("login_count", 1);
        body.putArray("work_preferences");
        body.putObject("work_overrides");
        body.put("authority_id", "authority-Demo1").put("id", "user-" + login);
        body.putArray("subsystem_access");
        body.putObject("associated_metadata");
        return Answer.ok(body);
    }
}
