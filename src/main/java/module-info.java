import org.jspecify.annotations.NullMarked;

/// Placewatch: the desktop window onto a PlaceOS building.
@NullMarked
module placewatch {
    requires atlantafx.base;
    requires com.networknt.schema;
    requires info.picocli;
    requires java.desktop;
    requires java.logging;
    requires java.net.http;
    requires javafx.controls;
    requires org.eclipse.jetty.server;
    requires org.eclipse.jetty.websocket.server;
    requires org.java_websocket;
    requires static org.jspecify;
    requires org.kordamp.ikonli.feather;
    requires org.kordamp.ikonli.javafx;
    requires org.slf4j;
    requires tools.jackson.databind;

    exports placewatch to javafx.graphics;
    // Jetty looks up the methods of its socket listeners as a stranger would: a qualified export does not do.
    exports placewatch.simulator.socket;

    opens placewatch to info.picocli;
    opens placewatch.simulator to info.picocli;
}
