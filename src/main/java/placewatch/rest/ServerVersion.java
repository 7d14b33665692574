package placewatch.rest;

/// Which program answers (`GET /version`). Absent texts are empty.
public record ServerVersion(
        String service, String version, String platformVersion, String commit, String buildTime) { }
