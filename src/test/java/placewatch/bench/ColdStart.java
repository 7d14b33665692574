package placewatch.bench;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import placewatch.CountingRelay;

/// One start of the whole program by the module path, nothing warm, nothing kept from another start, onto a server.
/// All in milliseconds.
///
/// @param outline     from the start of the process until the screen stands, without the server's answers
/// @param lines       from the start of the process until the first lines are on it
/// @param sinceAnswer from the server's first answer, to whatever, until the first lines are on screen
record ColdStart(double outline, double lines, double sinceAnswer) {

    static List<ColdStart> several(int times, DistantSimulator server) throws IOException, InterruptedException {
        List<ColdStart> starts = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            starts.add(one(server));
        }
        return starts;
    }

    static double median(List<ColdStart> starts, ToDoubleFunction<ColdStart> figure) {
        return starts.stream().sorted(Comparator.comparingDouble(figure)).skip(starts.size() / 2)
                .mapToDouble(figure).findFirst().orElseThrow();
    }

    private static ColdStart one(DistantSimulator server) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("placewatch-cold");
        Path key = Files.writeString(home.resolve("key"), server.key());
        try (CountingRelay relay = new CountingRelay(server.address())) {
            ProcessBuilder program = new ProcessBuilder(command(home.resolve("home"), relay.address(), key))
                    .redirectError(Redirect.INHERIT);
            // there is none, but without one the program would take its tour
            program.environment().put("DISPLAY", "none");
            long began = System.nanoTime();
            Process process = program.start();
            List<String> said = process.inputReader().lines().toList();
            process.waitFor();
            long lines = moment(ColdProgram.LINES, said);
            return new ColdStart((moment(ColdProgram.OUTLINE, said) - began) / 1e6, (lines - began) / 1e6,
                    (lines - relay.firstAnswer()) / 1e6);
        } finally {
            try (Stream<Path> files = Files.walk(home)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }

    private static List<String> command(Path home, String address, Path key) {
        String tests = Path.of("target", "test-classes").toString();
        String modules = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith(tests)).collect(Collectors.joining(File.pathSeparator));
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=javafx.graphics", "--sun-misc-unsafe-memory-access=allow",
                "-Dglass.platform=Headless", "-Dprism.order=sw", "-Dplacewatch.home=" + home,
                "--module-path", modules, "--patch-module", "placewatch=" + tests,
                "--module", "placewatch/" + ColdProgram.class.getName(),
                "--theme", "dark", "--server", address, "--key-file", key.toString());
    }

    private static long moment(String what, List<String> said) {
        return said.stream().filter(line -> line.startsWith(what)).findFirst()
                .map(line -> Long.parseLong(line.substring(what.length())))
                .orElseThrow(() -> new IllegalStateException("the program never said " + what + "but " + said));
    }
}
