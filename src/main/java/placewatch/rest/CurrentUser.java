package placewatch.rest;

/// Whose key this is.
public record CurrentUser(String id, String name, String email, Role role) {

    /// What the key may do; each includes the ones before it.
    public enum Role { USER, SUPPORT, ADMIN }
}
