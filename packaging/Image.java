import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
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
/// G1, because a full stop of the serial collector is seen as a stutter at 100,000 changes a second, and a log of a
/// million lines would make it longer. The heap begins with what a start fills, which saves most of the collections before
/// the first lines, and gives back what it does not need in the quiet after it: the program stays open for weeks beside
/// others. At most 1 GB, for a full log is 200 MB and the charts of a day as much.
///
/// The first compiler begins three times as late as usual, the second one ten times, which is soon all the same where work
/// is: at 100,000 changes a second. On a start they take the processor from who draws the window.
///
/// No counters in a file for `jps` and `jstat`: they take 5 % of a start. `jcmd` reaches the program by its number.
///
/// AWT only writes PNGs here, and must not look for a screen of its own.
final List<String> OPTIONS = List.of(
        "--enable-native-access=javafx.graphics",
        "--sun-misc-unsafe-memory-access=allow",
        "-Djava.awt.headless=true",
        "-XX:+UseG1GC",
        "-XX:MinHeapSize=16m",
        "-XX:InitialHeapSize=64m",
        "-Xmx1g",
        "-XX:MinHeapFreeRatio=15",
        "-XX:MaxHeapFreeRatio=30",
        "-XX:G1PeriodicGCInterval=10000",
        // what the compilers and the drawing of a start took from the C library, and what it would keep: 20 MB
        "-XX:TrimNativeHeapInterval=10000",
        "-XX:-UsePerfData",
        "-XX:CompileThresholdScaling=3",
        "-XX:Tier4InvocationThreshold=17000",
        "-XX:Tier4MinInvocationThreshold=7000",
        "-XX:Tier4CompileThreshold=33000",
        "-XX:Tier4BackEdgeThreshold=130000");

/// What JavaFX drags in with `java.desktop` and `java.xml`, or a library carries for others, and nothing here comes by.
/// Of each package one class stays, because a module must have what it says it has.
final List<String> UNUSED = List.of(
        "java.desktop/javax/swing", "java.desktop/com/sun/java/swing", "java.desktop/sun/swing",
        "java.desktop/javax/sound", "java.desktop/com/sun/media/sound",
        "java.desktop/javax/print", "java.desktop/sun/print",
        "java.desktop/sun/awt/X11", "java.desktop/sun/awt/windows", "java.desktop/sun/lwawt", "java.desktop/sun/font",
        "java.xml/com/sun/org/apache", "java.xml/jdk/xml/internal/jdkcatalog",
        "java.naming/com/sun/jndi/ldap");

/// AWT's native libraries for a screen, for printing and for other pictures than PNG.
final Set<String> UNUSED_LIBRARIES = Set.of("libawt_xawt.so", "libfontmanager.so", "libfreetype.so", "libjavajpeg.so",
        "libjawt.so", "libjsound.so", "liblcms.so", "libmlib_image.so", "libsplashscreen.so");

/// The modules that are kept compressed. JavaFX and the program are not: a package makes them smaller than what was
/// compressed before, 42 MB in place of 47, and the installed image has 10 MB to spare for them.
final String COMPRESSED = "/java.**,/jdk.**,/org.**,/com.**,/info.**,/atlantafx.**,/tools.**";

final boolean WINDOWS = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
final boolean MAC = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");

void main(String[] args) throws Exception {
    if (args.length != 3) {
        System.err.println("Usage: java packaging/Image.java BUILD_DIRECTORY VERSION RUNTIME_CLASS_PATH");
        System.exit(2);
    }
    Path build = Path.of(args[0]).toAbsolutePath();
    Path work = build.resolve("image");
    delete(work);
    List<Path> modules = bound(modules(build, args[1], args[2]), Files.createDirectories(work.resolve("modules")));
    delete(build.resolve("placewatch"));
    delete(build.resolve("placewatch.app"));
    Path runtime = work.resolve("runtime");
    tool("jlink", "--module-path", joined(modules), "--add-modules", String.join(",", MODULES),
            "--vm", "server", "--no-header-files", "--no-man-pages",
            "--compress", "zip-9:filter=" + COMPRESSED,
            "--strip-java-debug-attributes",
            "--exclude-resources", "@" + unused(modules, work),
            "--output", runtime.toString());
    for (String library : UNUSED_LIBRARIES) {
        Files.deleteIfExists(runtime.resolve("lib").resolve(library));
    }
    natives(modules, runtime.resolve(WINDOWS ? "bin" : "lib"));
    List<String> jpackage = new ArrayList<>(List.of("--type", "app-image", "--name", "placewatch",
            "--app-version", version(args[1]), "--vendor", "Placewatch",
            "--description", "Desktop dashboard for PlaceOS buildings",
            "--runtime-image", runtime.toString(), "--module", "placewatch/placewatch.Main",
            "--icon", build.resolve("icons/placewatch." + (WINDOWS ? "ico" : MAC ? "icns" : "png")).toString(),
            "--dest", build.toString(), "--java-options", "-XX:AOTCache=$APPDIR/placewatch.aot"));
    OPTIONS.forEach(option -> jpackage.addAll(List.of("--java-options", option)));
    if (MAC) {
        jpackage.addAll(List.of("--mac-package-identifier", "placewatch.desktop", "--mac-package-name", "Placewatch"));
    }
    tool("jpackage", jpackage.toArray(String[]::new));
    strip(build.resolve("placewatch"));
    train(build, work);
}

/// As an installer takes it. macOS takes none that begins with 0.
String version(String project) {
    String plain = project.replace("-SNAPSHOT", "");
    return MAC && plain.startsWith("0.") ? "1" + plain.substring(1) : plain;
}

/// Takes the names of what is not called from outside out of the libraries: 6 MB.
void strip(Path image) throws IOException, InterruptedException {
    if (WINDOWS || MAC) {
        return;
    }
    if (!onPath("strip")) {
        System.out.println("The image keeps 6 MB of symbols: strip is missing (Debian/Ubuntu “apt install binutils”)");
        return;
    }
    List<String> command = new ArrayList<>(List.of("strip", "--strip-unneeded"));
    try (Stream<Path> files = Files.walk(image)) {
        files.map(Path::toString).filter(name -> name.endsWith(".so")).forEach(command::add);
    }
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) {
        throw new IOException("strip ended with " + exit);
    }
}

/// The program's jar and what it needs, without the directory of its classes.
List<Path> modules(Path build, String version, String classPath) {
    List<Path> modules = new ArrayList<>();
    modules.add(build.resolve("placewatch-" + version + ".jar"));
    Arrays.stream(classPath.split(java.io.File.pathSeparator)).map(Path::of).filter(Files::isRegularFile)
            .forEach(modules::add);
    return modules;
}

/// The same modules, of which each that has something to bind early is a copy in `to`.
List<Path> bound(List<Path> modules, Path to) throws IOException {
    URL[] places = new URL[modules.size()];
    for (int index = 0; index < places.length; index++) {
        places[index] = modules.get(index).toUri().toURL();
    }
    List<Path> bound = new ArrayList<>();
    try (URLClassLoader types = new URLClassLoader(places, ClassLoader.getPlatformClassLoader())) {
        EarlyBinding binding = new EarlyBinding(ClassHierarchyResolver.ofResourceParsing(types));
        for (Path module : modules) {
            bound.add(bound(module, to, binding));
        }
        System.out.printf("%d pattern switches and records bound early%n", binding.bound());
    }
    return bound;
}

Path bound(Path module, Path to, EarlyBinding binding) throws IOException {
    Path copy = to.resolve(module.getFileName());
    int before = binding.bound();
    try (JarFile jar = new JarFile(module.toFile());
            JarOutputStream out = new JarOutputStream(Files.newOutputStream(copy))) {
        for (JarEntry entry : jar.stream().toList()) {
            byte[] content = jar.getInputStream(entry).readAllBytes();
            out.putNextEntry(new JarEntry(entry.getName()));
            out.write(entry.getName().endsWith(".class") ? binding.of(content) : content);
            out.closeEntry();
        }
    }
    if (binding.bound() > before) {
        return copy;
    }
    Files.delete(copy);
    return module;
}

String joined(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator));
}

/// Writes what is left out of the runtime, a pattern a line.
Path unused(List<Path> modules, Path work) throws IOException {
    Set<String> left = new TreeSet<>();
    Path jdk = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
    for (String folder : UNUSED) {
        if (Files.exists(jdk.resolve(folder))) {
            try (Stream<Path> files = Files.walk(jdk.resolve(folder))) {
                files.filter(Files::isRegularFile).collect(Collectors.groupingBy(Path::getParent)).values()
                        .forEach(inPackage -> inPackage.stream()
                                .sorted(Comparator.comparing((Path file) -> !file.toString().endsWith(".class"))
                                        .thenComparing(Path::toString))
                                .skip(1).forEach(file -> left.add(jdk.relativize(file).toString())));
            }
        }
    }
    refuseUsed(modules.getFirst(), left);
    List<String> patterns = new ArrayList<>(left.stream().map(name -> "/" + name).toList());
    // JavaFX's libraries lie beside the runtime's own: inside they would be unpacked into the person's home at each start
    patterns.add("regex:/javafx\\..*\\.(so|dll|dylib)");
    // the program has what it shows of them
    patterns.add("regex:/atlantafx\\.base/atlantafx/base/theme/.*\\.(css|bss)");
    Files.createDirectories(work);
    return Files.write(work.resolve("unused.txt"), patterns);
}

/// The program must not come to need what is left out, and find out on somebody's computer.
void refuseUsed(Path program, Set<String> left) throws IOException {
    Set<String> classes = left.stream().map(name -> name.substring(name.indexOf('/') + 1)).collect(Collectors.toSet());
    try (JarFile jar = new JarFile(program.toFile())) {
        for (var entry : jar.stream().filter(it -> it.getName().endsWith(".class")).toList()) {
            for (PoolEntry constant : ClassFile.of().parse(jar.getInputStream(entry).readAllBytes()).constantPool()) {
                if (constant instanceof ClassEntry used && classes.contains(used.asInternalName() + ".class")) {
                    throw new IOException(entry.getName() + " uses " + used.asInternalName()
                            + ", which the image leaves out: see UNUSED in packaging/Image.java");
                }
            }
        }
    }
}

boolean onPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
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

/// Takes the tour's first step, on the headless platform, with the image's own Java: what a start loads, and what the
/// compilers make of it. A longer tour would have them make at each start what later steps need, too.
void train(Path build, Path work) throws IOException, InterruptedException {
    Path image = build.resolve(MAC ? "placewatch.app/Contents" : "placewatch");
    Path runtime = image.resolve(MAC ? "runtime/Contents/Home" : WINDOWS ? "runtime" : "lib/runtime");
    Path app = image.resolve(WINDOWS || MAC ? "app" : "lib/app");
    Path cache = app.resolve("placewatch.aot");
    Path said = work.resolve("training.log");
    List<String> command = new ArrayList<>(List.of(runtime.resolve("bin/java").toString(),
            "-XX:AOTCacheOutput=" + cache,
            // what was compiled on the training run is compiled in this way first, at once: without profiling, which the
            // usual way begins with, and which costs a start as much as all of its style sheets
            "-XX:TieredStopAtLevel=2"));
    command.addAll(OPTIONS);
    command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw",
            "-Dplacewatch.home=" + work.resolve("home"),
            // with it, so that the benchmark's own look costs next to nothing
            "-Dplacewatch.saysWhenUsable=true", "--module", "placewatch/placewatch.Main",
            "--tour", "--tour-steps=1", "--no-tour-pictures"));
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
