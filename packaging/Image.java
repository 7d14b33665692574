import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Builds the runnable application image: a Java runtime of just the modules that the program needs, the program in it,
/// a launcher, and the AOT cache of a training run, which makes it start in about half of the time.
///
/// `java packaging/Image.java BUILD_DIRECTORY VERSION RUNTIME_CLASS_PATH` writes `BUILD_DIRECTORY/placewatch`.

/// What nothing names but a service loader finds: the log, and elliptic curves for servers that offer nothing else.
final List<String> MODULES = List.of("placewatch", "org.slf4j.jul", "jdk.crypto.ec");

/// The options that the launcher and the training run share: a cache fits only the collector that it was made with.
///
/// G1, because a full stop of the serial collector is seen as a stutter at 100,000 changes a second. The heap begins
/// with what a start fills, which saves ten collections before the first lines, and gives back later what it does not
/// need: the program stays open for weeks beside others.
final List<String> OPTIONS = List.of(
        "--enable-native-access=javafx.graphics",
        "--sun-misc-unsafe-memory-access=allow",
        "-XX:+UseG1GC",
        "-Xms96m",
        "-Xmx1g",
        "-XX:MinHeapFreeRatio=15",
        "-XX:MaxHeapFreeRatio=30",
        "-XX:G1PeriodicGCInterval=300000");

final boolean WINDOWS = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
final boolean MAC = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");

void main(String[] args) throws Exception {
    if (args.length != 3) {
        System.err.println("Usage: java packaging/Image.java BUILD_DIRECTORY VERSION RUNTIME_CLASS_PATH");
        System.exit(2);
    }
    Path build = Path.of(args[0]).toAbsolutePath();
    List<Path> modules = modules(build, args[1], args[2]);
    Path work = build.resolve("image");
    delete(work);
    delete(build.resolve("placewatch"));
    delete(build.resolve("placewatch.app"));
    Path runtime = work.resolve("runtime");
    tool("jlink", "--module-path", joined(modules), "--add-modules", String.join(",", MODULES), "--vm", "server",
            "--no-header-files", "--no-man-pages", "--compress", "zip-6",
            // they lie beside the runtime's own: inside they would be unpacked into the person's home at each start
            "--exclude-resources", "regex:/javafx\\..*\\.(so|dll|dylib)",
            "--output", runtime.toString());
    natives(modules, runtime.resolve(WINDOWS ? "bin" : "lib"));
    List<String> jpackage = new ArrayList<>(List.of("--type", "app-image", "--name", "placewatch",
            "--app-version", args[1].replace("-SNAPSHOT", ""), "--vendor", "Placewatch",
            "--description", "Desktop dashboard for PlaceOS buildings",
            "--runtime-image", runtime.toString(), "--module", "placewatch/placewatch.Main",
            "--dest", build.toString(), "--java-options", "-XX:AOTCache=$APPDIR/placewatch.aot"));
    OPTIONS.forEach(option -> jpackage.addAll(List.of("--java-options", option)));
    tool("jpackage", jpackage.toArray(String[]::new));
    train(build, work);
}

/// The program's jar and what it needs, without the directory of its classes.
List<Path> modules(Path build, String version, String classPath) {
    List<Path> modules = new ArrayList<>();
    modules.add(build.resolve("placewatch-" + version + ".jar"));
    Arrays.stream(classPath.split(java.io.File.pathSeparator)).map(Path::of).filter(Files::isRegularFile)
            .forEach(modules::add);
    return modules;
}

String joined(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator));
}

/// The libraries that JavaFX's jars carry.
void natives(List<Path> modules, Path to) throws IOException {
    for (Path module : modules) {
        if (module.getFileName().toString().startsWith("javafx-")) {
            try (JarFile jar = new JarFile(module.toFile())) {
                for (var entry : jar.stream().filter(it -> it.getName().matches("[^/]+\\.(so|dll|dylib)")).toList()) {
                    Path file = to.resolve(entry.getName());
                    // Java's own of the same name is as good
                    if (Files.notExists(file)) {
                        Files.copy(jar.getInputStream(entry), file);
                        file.toFile().setExecutable(true);
                    }
                }
            }
        }
    }
}

/// Walks the main job once, on the headless platform, with the image's own Java.
void train(Path build, Path work) throws IOException, InterruptedException {
    Path image = build.resolve(MAC ? "placewatch.app/Contents" : "placewatch");
    Path runtime = image.resolve(MAC ? "runtime/Contents/Home" : WINDOWS ? "runtime" : "lib/runtime");
    Path app = image.resolve(WINDOWS || MAC ? "app" : "lib/app");
    Path cache = app.resolve("placewatch.aot");
    Path said = work.resolve("training.log");
    List<String> command = new ArrayList<>(List.of(runtime.resolve("bin/java").toString(),
            "-XX:AOTCacheOutput=" + cache));
    command.addAll(OPTIONS);
    command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw",
            "-Dplacewatch.home=" + work.resolve("home"), "--module", "placewatch/placewatch.Main",
            "--tour", "--tour-dir=" + work.resolve("tour")));
    int exit = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start().waitFor();
    if (exit != 0 || Files.notExists(cache)) {
        throw new IOException("The training run ended with " + exit + " and no cache; what it said is in " + said);
    }
    System.out.printf("%s: %d MB, of which the AOT cache %d MB%n", image, size(image) / 1_000_000,
            Files.size(cache) / 1_000_000);
}

void tool(String name, String... args) throws IOException {
    ToolProvider tool = ToolProvider.findFirst(name).orElseThrow(() -> new IOException(
            "This Java has no " + name + ": run Maven with a JDK 25"));
    int exit = tool.run(System.out, System.err, args);
    if (exit != 0) {
        throw new IOException(name + " ended with " + exit);
    }
}

long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
        return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
}

void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
