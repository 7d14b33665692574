package placewatch.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// [LogSettings] as JSON text and back. Unknown fields and unknown words are a newer version's: those are ignored, these
/// are as at first, and so is what is absent. What is there and of another type, or can't be, makes it broken. Any thread.
public final class LogSettingsJson implements Format<LogSettings> {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Override
    public String called() {
        return "The settings of the log";
    }

    @Override
    public LogSettings initial() {
        return LogSettings.usual();
    }

    @Override
    public byte[] write(LogSettings settings) {
        ObjectNode root = MAPPER.createObjectNode().put("lines", settings.mostLines());
        ArrayNode saved = root.putArray("saved");
        for (LogSettings.Filter filter : settings.saved()) {
            saved.addObject().put("name", filter.name()).put("text", filter.text());
        }
        ArrayNode recent = root.putArray("recent");
        settings.recent().forEach(recent::add);
        root.put("calls", lower(settings.calls())).put("connection", lower(settings.connection()))
                .put("colours", lower(settings.colours()));
        LogSettings.ToFile file = settings.file();
        root.putObject("file").put("writing", lower(file.writing())).put("path", file.path())
                .put("bytes", file.mostBytes()).put("kept", file.kept()).put("lines", lower(file.lines()));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    @Override
    public LogSettings read(byte[] text) {
        JsonNode root = MAPPER.readTree(text);
        if (!root.isObject()) {
            throw new IllegalArgumentException("the settings of the log should be an object");
        }
        LogSettings usual = LogSettings.usual();
        return new LogSettings((int) number(root, "lines", usual.mostLines(), Integer.MAX_VALUE), saved(root),
                recent(root), word(root, "calls", usual.calls()), word(root, "connection", usual.connection()),
                word(root, "colours", usual.colours()), file(root.path("file")));
    }

    private static List<LogSettings.Filter> saved(JsonNode root) {
        List<LogSettings.Filter> saved = new ArrayList<>();
        for (JsonNode filter : list(root, "saved")) {
            saved.add(new LogSettings.Filter(text(filter.path("name"), "name"), text(filter.path("text"), "text")));
        }
        return saved;
    }

    private static List<String> recent(JsonNode root) {
        List<String> recent = new ArrayList<>();
        for (JsonNode filter : list(root, "recent")) {
            recent.add(text(filter, "recent"));
        }
        return recent;
    }

    private static LogSettings.ToFile file(JsonNode file) {
        LogSettings.ToFile usual = LogSettings.ToFile.usual();
        if (file.isMissingNode()) {
            return usual;
        }
        if (!file.isObject()) {
            throw new IllegalArgumentException("“file” should be an object");
        }
        return new LogSettings.ToFile(word(file, "writing", usual.writing()),
                file.path("path").isMissingNode() ? usual.path() : text(file.path("path"), "path"),
                number(file, "bytes", usual.mostBytes(), Long.MAX_VALUE),
                (int) number(file, "kept", usual.kept(), Integer.MAX_VALUE), word(file, "lines", usual.lines()));
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E word(JsonNode parent, String name, E absent) {
        JsonNode word = parent.path(name);
        if (word.isMissingNode()) {
            return absent;
        }
        String said = text(word, name);
        for (E known : absent.getDeclaringClass().getEnumConstants()) {
            if (lower(known).equals(said)) {
                return known;
            }
        }
        return absent;
    }

    private static JsonNode list(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        if (!value.isArray() && !value.isMissingNode()) {
            throw new IllegalArgumentException("“" + name + "” should be a list");
        }
        return value;
    }

    private static String text(JsonNode value, String name) {
        if (!value.isString()) {
            throw new IllegalArgumentException("“" + name + "” should be a text");
        }
        return value.stringValue();
    }

    private static long number(JsonNode parent, String name, long absent, long most) {
        JsonNode value = parent.path(name);
        if (value.isMissingNode()) {
            return absent;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || Math.abs(value.longValue()) > most) {
            throw new IllegalArgumentException("“" + name + "” should be a whole number");
        }
        return value.longValue();
    }
}
