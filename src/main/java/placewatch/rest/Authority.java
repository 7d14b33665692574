package placewatch.rest;

/// What this host says it is (`GET /auth/authority`, needs no key). Absent texts are empty.
public record Authority(String name, String description, String version, String loginUrl) { }
