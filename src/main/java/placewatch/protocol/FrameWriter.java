package placewatch.protocol;

import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes frames the way the strictest server wants them: an integer id, the index always and as an integer, a `name`
/// with every command, no field that it doesn't know, never a null, and nothing that UTF-8 can't hold. Safe on any
/// thread.
public final class FrameWriter {

    private final JsonFactory json = new JsonFactory();

    /// The frame's text.
    public String write(Outbound frame) {
        return switch (frame) {
            case Outbound.Bind(long id, StatusKey key) -> command(id, "bind", key.module(), key.name());
            case Outbound.Unbind(long id, StatusKey key) -> command(id, "unbind", key.module(), key.name());
            case Outbound.Exec(long id, ModuleAddress module, String function, List<String> args) ->
                    exec(id, module, function, args);
            case Outbound.Debug(long id, ModuleAddress asked) -> command(id, "debug", asked, "debug");
            case Outbound.Ignore(long id, ModuleAddress asked) -> command(id, "ignore", asked, "ignore");
            case Outbound.Ping() -> "ping";
        };
    }

    private String command(long id, String cmd, ModuleAddress module, String name) {
        StringWriter text = new StringWriter(128);
        try (JsonGenerator frame = json.createGenerator(ObjectWriteContext.empty(), text)) {
            frame.writeStartObject();
            head(frame, id, cmd, module, name);
            frame.writeEndObject();
        }
        return text.toString();
    }

    private String exec(long id, ModuleAddress module, String function, List<String> args) {
        StringWriter text = new StringWriter(160);
        try (JsonGenerator frame = json.createGenerator(ObjectWriteContext.empty(), text)) {
            frame.writeStartObject();
            head(frame, id, "exec", module, function);
            frame.writeArrayPropertyStart("args");
            for (String arg : args) {
                frame.writeRawValue(arg);
            }
            frame.writeEndArray();
            frame.writeEndObject();
        }
        return text.toString();
    }

    private static void head(JsonGenerator frame, long id, String cmd, ModuleAddress module, String name) {
        frame.writeNumberProperty("id", id);
        frame.writeStringProperty("cmd", cmd);
        frame.writeStringProperty("sys", WireText.mended(module.system()));
        frame.writeStringProperty("mod", WireText.mended(module.module()));
        frame.writeNumberProperty("index", module.index());
        frame.writeStringProperty("name", WireText.mended(name));
    }
}
