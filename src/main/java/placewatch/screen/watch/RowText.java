package placewatch.screen.watch;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import placewatch.control.Texts;
import placewatch.model.StatusRow;
import placewatch.model.StatusValue;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/// Rows as text for the clipboard, with their whole values.
///
/// @param titles what people call a system, by its id
record RowText(UnaryOperator<String> titles, Instant now, ZoneId zone) {

    String tabSeparated(List<StatusRow> rows) {
        return rows.stream().map(row -> String.join("\t", titles.apply(row.key().module().system()),
                        row.key().module().system(), row.key().module().slug(), row.key().name(),
                        row.value().map(StatusValue::json).orElse(""), changed(row), Texts.quality(row.quality(), now)))
                .collect(Collectors.joining("\n",
                        "system\tsystem id\tmodule\tname\tvalue\tchanged\tquality\n", "\n"));
    }

    /// A list of objects; the values as they came.
    String json(List<StatusRow> rows) {
        JsonMapper mapper = JsonMapper.builder().build();
        ArrayNode all = mapper.createArrayNode();
        for (StatusRow row : rows) {
            ObjectNode node = all.addObject();
            node.put("system", titles.apply(row.key().module().system()));
            node.put("systemId", row.key().module().system());
            node.put("module", row.key().module().slug());
            node.put("name", row.key().name());
            row.value().ifPresentOrElse(value -> node.putRawValue("value", new RawValue(value.json())),
                    () -> node.putNull("value"));
            node.put("changed", changed(row));
            node.put("quality", Texts.quality(row.quality(), now));
        }
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(all);
    }

    private String changed(StatusRow row) {
        return row.changedAt().map(at -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone))).orElse("");
    }
}
