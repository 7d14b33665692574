import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Packs the application image for the platform that this runs on: what is installed is what was built and trained.
///
/// `java packaging/Installer.java PROJECT_DIRECTORY BUILD_DIRECTORY VERSION` writes `BUILD_DIRECTORY/installer`: the
/// packages, and `SHA256SUMS` of all that lies there.

/// By it Windows knows that a newer version takes the place of an older one: it never changes.
final String WINDOWS_UPGRADES = "6b0c8a1e-3f52-4d0b-9c57-2f6f0a8e41d3";

/// What JavaFX draws on; a .deb's stand in packaging/linux/control.
final String RPM_DEPENDENCIES = "gtk3, libXtst, libglvnd-glx";

final boolean WINDOWS = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
final boolean MAC = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");

void main(String[] args) throws Exception {
    if (args.length != 3) {
        System.err.println("Usage: java packaging/Installer.java PROJECT_DIRECTORY BUILD_DIRECTORY VERSION");
        System.exit(2);
    }
    Path project = Path.of(args[0]).toAbsolutePath();
    Path build = Path.of(args[1]).toAbsolutePath();
    Path installers = Files.createDirectories(build.resolve("installer"));
    List<String> types;
    try {
        types = types();
    } catch (IOException e) {
        System.err.println(e.getMessage());
        System.exit(1);
        return;
    }
    for (Path old : list(installers)) {
        if (old.toString().matches(".*(\\.(deb|rpm|msi|dmg|pkg)|SHA256SUMS)")) {
            Files.delete(old);
        }
    }
    for (String type : types) {
        pack(type, project, build, installers, args[2].replace("-SNAPSHOT", ""));
    }
    sums(installers);
    for (Path made : list(installers)) {
        System.out.printf("%s: %.1f MB%n", made, Files.size(made) / 1e6);
    }
}

/// Those that this computer can make.
List<String> types() throws IOException {
    if (WINDOWS) {
        if (!onPath("wix.exe") && !onPath("candle.exe")) {
            throw new IOException("An .msi is made with WiX, which is missing: “dotnet tool install --global wix”, or "
                    + "“choco install wixtoolset”.");
        }
        return List.of("msi");
    }
    if (MAC) {
        return List.of("dmg", "pkg");
    }
    List<String> types = new ArrayList<>();
    if (onPath("dpkg-deb")) {
        if (!onPath("fakeroot")) {
            throw new IOException("A .deb is made with fakeroot, which is missing: “apt install fakeroot”.");
        }
        types.add("deb");
    }
    if (onPath("rpmbuild")) {
        types.add("rpm");
    } else {
        System.out.println("No .rpm: rpmbuild is missing (Debian/Ubuntu “apt install rpm”, Fedora “dnf install rpm-build”).");
    }
    if (types.isEmpty()) {
        throw new IOException("Neither .deb nor .rpm can be made here: Debian/Ubuntu “apt install dpkg fakeroot”, "
                + "Fedora “dnf install rpm-build”.");
    }
    return types;
}

void pack(String type, Path project, Path build, Path installers, String version)
        throws IOException, InterruptedException {
    Path packaging = project.resolve("packaging");
    List<String> command = new ArrayList<>(List.of(
            Path.of(System.getProperty("java.home"), "bin", WINDOWS ? "jpackage.exe" : "jpackage").toString(),
            "--type", type, "--app-image", build.resolve(MAC ? "placewatch.app" : "placewatch").toString(),
            "--name", "placewatch", "--app-version", MAC && version.startsWith("0.") ? "1" + version.substring(1) : version,
            "--vendor", "Placewatch", "--description", "Desktop dashboard for PlaceOS buildings",
            "--copyright", "Licensed under the Apache License, Version 2.0",
            "--license-file", project.resolve("LICENSE").toString(), "--dest", installers.toString()));
    switch (type) {
        case "deb", "rpm" -> {
            command.addAll(List.of("--resource-dir", packaging.resolve("linux").toString(),
                    "--linux-package-name", "placewatch", "--linux-shortcut",
                    "--linux-menu-group", "Network;Monitor;",
                    "--linux-app-category", type.equals("deb") ? "utils" : "Applications/System",
                    "--linux-package-deps", RPM_DEPENDENCIES,
                    "--linux-deb-maintainer", "packages@placewatch.invalid",
                    "--linux-rpm-license-type", "Apache-2.0"));
            command.addAll(files(packaging));
        }
        case "msi" -> {
            command.addAll(List.of("--win-upgrade-uuid", WINDOWS_UPGRADES, "--win-per-user-install", "--win-menu",
                    "--win-menu-group", "Placewatch", "--win-shortcut-prompt", "--win-dir-chooser"));
            command.addAll(files(packaging));
        }
        // a file comes to a program there by an event that JavaFX has no way to hear: none is promised
        case "dmg", "pkg" -> command.addAll(List.of("--mac-package-identifier", "placewatch.desktop"));
        default -> throw new IOException("There is no package of type " + type);
    }
    ProcessBuilder jpackage = new ProcessBuilder(command).inheritIO();
    // Ubuntu's own choice is faster, and a fifth larger
    jpackage.environment().putAll(java.util.Map.of("DPKG_DEB_COMPRESSOR_TYPE", "xz", "DPKG_DEB_COMPRESSOR_LEVEL", "9"));
    int exit = jpackage.start().waitFor();
    if (exit != 0) {
        throw new IOException("jpackage ended with " + exit + " at the ." + type);
    }
}

List<String> files(Path packaging) {
    return List.of("--file-associations", packaging.resolve("workspace.properties").toString(),
            "--file-associations", packaging.resolve("recording.properties").toString());
}

/// As `sha256sum --check` reads them.
void sums(Path installers) throws IOException, NoSuchAlgorithmException {
    StringBuilder sums = new StringBuilder();
    for (Path file : list(installers)) {
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        sums.append(HexFormat.of().formatHex(sum)).append("  ").append(file.getFileName()).append('\n');
    }
    Files.writeString(installers.resolve("SHA256SUMS"), sums, StandardCharsets.UTF_8);
}

List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
        return files.filter(Files::isRegularFile).sorted().toList();
    }
}

boolean onPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
}
