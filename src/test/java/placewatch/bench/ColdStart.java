package placewatch.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import placewatch.CountingRelay;
import placewatch.StartWatch;

/// One start of the program as it is shipped, its own Java and all, onto a server; nothing warm, nothing kept from
/// another start but what it is shipped with. All in milliseconds.
///
/// @param outline     from the start of the process until the screen stands, without the server's answers
/// @param lines       from the start of the process until the first lines are on it
/// @param sinceAnswer from the server's first answer, to whatever, until the first lines are on screen
record ColdStart(double outline, double lines, double sinceAnswer) {

    /// The application image that the build made before the benchmark.
    private static final Path IMAGE = Path.of("target", "placewatch").toAbsolutePath();

    private static final String OPTION = "java-options=";

    /// Starts it several times.
    ///
    /// @param more options for its Java
    static List<ColdStart> several(int times, DistantSimulator server, String... more)
            throws IOException, InterruptedException {
        List<ColdStart> starts = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            starts.add(one(server, List.of(more)));
        }
        return starts;
    }

    /// A jar of what is started with the program: a class path of directories would make the cache unfit.
    static Path jar(String name, Class<?>... classes) throws IOException {
        Path jar = Files.createDirectories(Path.of("target", "bench")).resolve(name).toAbsolutePath();
        List<String> arguments = new ArrayList<>(List.of("--create", "--file", jar.toString()));
        for (Class<?> it : classes) {
            arguments.addAll(List.of("-C", Path.of("target", "test-classes").toString(),
                    it.getName().replace('.', '/') + ".class"));
        }
        int exit = ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err,
                arguments.toArray(String[]::new));
        if (exit != 0) {
            throw new IOException("jar ended with " + exit);
        }
        return jar;
    }

    /// Milliseconds from the start of the process until the demo building can be used: its rooms are listed and the
    /// connection is open.
    static double usable(String... more) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("placewatch-cold");
        try {
            return usable(command(home.resolve("home"), List.of(more), List.of()));
        } finally {
            delete(home);
        }
    }

    /// The same of any program that says so.
    static double usable(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder program = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
        program.environment().put("DISPLAY", "none");
        long began = System.nanoTime();
        List<String> said = said(program.start());
        return (moment(StartWatch.USABLE, said) - began) / 1e6;
    }

    /// The image's own Java, and how JavaFX draws without a screen.
    static List<String> java() {
        return List.of(IMAGE.resolve("lib/runtime/bin/java").toString(), "-Dglass.platform=Headless", "-Dprism.order=sw",
                "--enable-native-access=javafx.graphics", "--sun-misc-unsafe-memory-access=allow");
    }

    private static void delete(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    static double median(List<ColdStart> starts, ToDoubleFunction<ColdStart> figure) {
        return starts.stream().sorted(Comparator.comparingDouble(figure)).skip(starts.size() / 2)
                .mapToDouble(figure).findFirst().orElseThrow();
    }

    private static ColdStart one(DistantSimulator server, List<String> more)
            throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("placewatch-cold");
        Path key = Files.writeString(home.resolve("key"), server.key());
        try (CountingRelay relay = new CountingRelay(server.address())) {
            ProcessBuilder program = new ProcessBuilder(command(home.resolve("home"), more,
                    List.of("--server", relay.address(), "--key-file", key.toString(), "--theme", "dark")))
                    .redirectError(Redirect.INHERIT);
            // there is none, but without one the program would take its tour
            program.environment().put("DISPLAY", "none");
            long began = System.nanoTime();
            List<String> said = said(program.start());
            long lines = moment(StartWatch.LINES, said);
            return new ColdStart((moment(StartWatch.OUTLINE, said) - began) / 1e6, (lines - began) / 1e6,
                    (lines - relay.firstAnswer()) / 1e6);
        } finally {
            delete(home);
        }
    }

    private static List<String> command(Path home, List<String> more, List<String> opens)
            throws IOException {
        Path app = IMAGE.resolve("lib/app");
        List<String> command = new ArrayList<>();
        command.add(IMAGE.resolve("lib/runtime/bin/java").toString());
        try (Stream<String> lines = Files.lines(app.resolve("placewatch.cfg"))) {
            // as the launcher reads it
            lines.filter(line -> line.startsWith(OPTION))
                    .map(line -> line.substring(OPTION.length()).replace("$APPDIR", app.toString()))
                    .forEach(command::add);
        }
        command.addAll(more);
        command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Dplacewatch.home=" + home,
                "-D" + StartWatch.PROPERTY + "=true",
                "--module", "placewatch/placewatch.Main"));
        command.addAll(opens);
        return command;
    }

    /// What it said until it could be used; then it is ended.
    private static List<String> said(Process program) throws IOException, InterruptedException {
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = program.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.startsWith(StartWatch.USABLE)) {
                    break;
                }
            }
        }
        program.destroy();
        program.waitFor();
        return said;
    }

    private static long moment(String what, List<String> said) {
        return said.stream().filter(line -> line.startsWith(what)).findFirst()
                .map(line -> Long.parseLong(line.substring(what.length())))
                .orElseThrow(() -> new IllegalStateException("the program never said " + what + "but " + said));
    }
}
