package placewatch.simulator.socket;

import placewatch.simulator.JsonText;

/// A driver's line, written as JSON once for all its watchers.
record DebugText(String levelAndMessage) {

    static DebugText of(String level, String message) {
        return new DebugText("\"level\":" + JsonText.quoted(level) + ",\"msg\":" + JsonText.quoted(message));
    }
}
