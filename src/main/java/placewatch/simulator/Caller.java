package placewatch.simulator;

/// Whose key a request carries.
///
/// @param scoped  whether the key's scope covers the API at all; without it every call is a 403
public record Caller(Role role, boolean scoped) {

    public boolean may(Role needed) {
        return role.compareTo(needed) >= 0;
    }
}
