package placewatch.simulator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// The keys that the simulator knows: one a role, and one without the API's scope. The same seed gives the same keys.
/// Immutable.
public final class ApiKeys {

    private final Map<Role, String> byRole = new EnumMap<>(Role.class);
    private final Map<String, Caller> callers = new HashMap<>();
    private final String withoutScope;

    public ApiKeys(long seed) {
        for (Role role : Role.values()) {
            String key = forge(role.name(), seed);
            byRole.put(role, key);
            callers.put(key, new Caller(role, true));
        }
        withoutScope = forge("without scope", seed);
        callers.put(withoutScope, new Caller(Role.USER, false));
    }

    public String of(Role role) {
        return byRole.get(role);
    }

    /// A good key whose scope doesn't cover the API: it is answered 403 with an empty body.
    public String withoutScope() {
        return withoutScope;
    }

    public Optional<Caller> caller(String key) {
        return Optional.ofNullable(callers.get(key));
    }

    /// PlaceOS's form: an id, a dot, a secret of 32 bytes.
    private static String forge(String name, long seed) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-512")
                    .digest((name + '/' + seed).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 10) + '.'
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(20, 63);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
