package placewatch.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Runs every part in a Java process of its own with a fixed heap, prints one table, writes it to
/// `target/bench/results.json`, and ends with 1 when a bound is missed. Arguments name the parts to run; none runs all.
final class Benchmark {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// What a part prints before each of its rows; everything else that it says is passed on.
    static final String MARK = "ROW ";

    private enum Part {
        INGEST(Ingest.class, "1g"),
        BIND(BindMany.class, "1g"),
        MEMORY(MemoryOfAnHour.class, "512m"),
        WINDOW(Window.class, "1g"),
        QUIET(Window.class, "512m", "quiet"),
        CHART(ChartOfAnHour.class, "1g"),
        START(StartUp.class, "256m"),
        EXPLORE(ExploreTenThousand.class, "1g"),
        TEMPLATE(TemplateBoard.class, "1g"),
        LOG(LogConsole.class, "1g");

        private final Class<?> main;
        private final String heap;
        private final List<String> arguments;

        Part(Class<?> main, String heap, String... arguments) {
            this.main = main;
            this.heap = heap;
            this.arguments = List.of(arguments);
        }
    }

    private Benchmark() { }

    /// Says a row to the process that started this one.
    static void say(Row row) {
        ObjectNode node = JSON.createObjectNode().put("measure", row.measure()).put("ours", row.ours())
                .put("unit", row.unit()).put("reached", row.reached()).put("must", row.must()).put("kept", row.isKept());
        if (!Double.isNaN(row.baseline())) {
            node.put("baseline", row.baseline());
        }
        if (Double.isNaN(row.ours())) {
            node.putNull("ours").putNull("reached");
        }
        System.out.println(MARK + node);
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        List<JsonNode> rows = new ArrayList<>();
        for (Part part : Part.values()) {
            if (args.length == 0 || List.of(args).contains(part.name().toLowerCase())) {
                System.out.println("… " + part.name().toLowerCase());
                rows.addAll(run(part));
            }
        }
        print(rows);
        write(rows);
        boolean kept = rows.stream().allMatch(row -> row.get("kept").asBoolean());
        System.out.println(kept ? "Every bound is kept." : "A bound is missed.");
        System.exit(kept ? 0 : 1);
    }

    private static List<JsonNode> run(Part part) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms" + part.heap, "-Xmx" + part.heap, "-XX:+AlwaysPreTouch",
                "-Dglass.platform=Headless", "-Dprism.order=sw", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.logging.config.file=" + Path.of("src", "test", "resources", "logging.properties"),
                "-cp", System.getProperty("java.class.path"), part.main.getName()));
        command.addAll(part.arguments);
        Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        List<JsonNode> rows = new ArrayList<>();
        try (BufferedReader said = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith(MARK)) {
                    rows.add(JSON.readTree(line.substring(MARK.length())));
                } else {
                    System.out.println("  " + line);
                }
            }
        }
        int exit = process.waitFor();
        if (exit != 0 || rows.isEmpty()) {
            throw new IllegalStateException(part + " ended with " + exit + " and " + rows.size() + " rows");
        }
        return rows;
    }

    private static void print(List<JsonNode> rows) {
        System.out.println();
        System.out.println("| measure | ours | baseline | unit | reached | must | |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (JsonNode row : rows) {
            System.out.println("| " + String.join(" | ", row.get("measure").asString(),
                    Row.shown(row.get("ours").asDouble(Double.NaN)), Row.shown(row.path("baseline").asDouble(Double.NaN)),
                    row.get("unit").asString(), Row.shown(row.get("reached").asDouble(Double.NaN)), row.get("must").asString(),
                    row.get("kept").asBoolean() ? "kept" : "**missed**") + " |");
        }
        System.out.println();
    }

    private static void write(List<JsonNode> rows) throws IOException {
        ObjectNode all = JSON.createObjectNode().put("at", Instant.now().toString())
                .put("processors", Runtime.getRuntime().availableProcessors())
                .put("java", Runtime.version().toString());
        ArrayNode table = all.putArray("rows");
        rows.forEach(table::add);
        Path file = Path.of("target", "bench", "results.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, all.toPrettyString());
        System.out.println("Written to " + file);
    }
}
