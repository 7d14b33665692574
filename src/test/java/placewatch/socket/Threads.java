package placewatch.socket;

import java.util.List;

/// The socket's own threads that are alive in this process.
final class Threads {

    private Threads() { }

    static List<String> ofConnections() {
        return named("placewatch-socket-", "WebSocketWriteThread", "WebSocketConnectReadThread");
    }

    static List<String> all() {
        return named("placewatch-", "WebSocketWriteThread", "WebSocketConnectReadThread");
    }

    private static List<String> named(String... beginnings) {
        return Thread.getAllStackTraces().keySet().stream().filter(Thread::isAlive).map(Thread::getName)
                .filter(name -> List.of(beginnings).stream().anyMatch(name::startsWith)).sorted().toList();
    }
}
