package placewatch.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A tiny certificate authority, made with the JDK's keytool, and servers' certificates signed by it.
public final class TestAuthority {

    /// What a server shows; all but the last are signed by the authority.
    public enum Server {
        GOOD("san=ip:127.0.0.1,dns:localhost,dns:rooms.invalid", "-0d"),
        EXPIRED("san=ip:127.0.0.1,dns:localhost", "-9d"),
        NOT_YET_VALID("san=ip:127.0.0.1,dns:localhost", "+9d"),
        OTHER_HOST("san=dns:elsewhere.example.com", "-0d"),
        SELF_SIGNED("san=ip:127.0.0.1,dns:localhost", "-0d");

        private final String names;
        private final String start;

        Server(String names, String start) {
            this.names = names;
            this.start = start;
        }

        private String alias() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static final String PASSWORD = "changeit";

    private final Path folder;
    private final Path store;
    private final Set<Server> made = EnumSet.noneOf(Server.class);
    private final Path pem;

    /// The one of this process: making it takes a second or more, and so does what each server shows, the first time.
    public static TestAuthority shared() {
        return Shared.AUTHORITY;
    }

    private static final class Shared {
        private static final TestAuthority AUTHORITY = make();

        private static TestAuthority make() {
            try {
                return new TestAuthority(Files.createTempDirectory("placewatch-authority"));
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException("no test authority", e);
            }
        }
    }

    private TestAuthority(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        store = folder.resolve("authority.p12");
        generate("authority", List.of("-dname", "CN=Placewatch test authority", "-ext", "bc:c", "-validity", "30"));
        pem = export("authority", folder.resolve("authority.pem"), List.of("-rfc"));
        folder.toFile().deleteOnExit();
        store.toFile().deleteOnExit();
    }

    /// The authority's own certificate.
    public Path pem() {
        return pem;
    }

    /// The same, in DER.
    Path der() throws IOException, InterruptedException {
        return export("authority", folder.resolve("authority.cer"), List.of());
    }

    Path pem(Server server) throws IOException, InterruptedException {
        make(server);
        return export(server.alias(), folder.resolve(server.alias() + ".pem"), List.of("-rfc"));
    }

    /// What a server needs that shows this certificate.
    public SSLContext tls(Server server) throws IOException, GeneralSecurityException, InterruptedException {
        make(server);
        char[] password = PASSWORD.toCharArray();
        KeyStore all = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            all.load(in, password);
        }
        KeyStore one = KeyStore.getInstance("PKCS12");
        one.load(null, null);
        one.setKeyEntry("server", all.getKey(server.alias(), password), password,
                all.getCertificateChain(server.alias()));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(one, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private synchronized void make(Server server) throws IOException, InterruptedException {
        if (!made.add(server)) {
            return;
        }
        List<String> options = new ArrayList<>(List.of("-dname", "CN=" + server.alias(), "-ext", server.names,
                "-startdate", server.start, "-validity", "5"));
        if (server != Server.SELF_SIGNED) {
            options.addAll(List.of("-signer", "authority"));
        }
        generate(server.alias(), options);
    }

    private void generate(String alias, List<String> options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-genkeypair", "-alias", alias, "-keyalg", "EC",
                "-storetype", "PKCS12"));
        arguments.addAll(options);
        keytool(arguments);
    }

    private Path export(String alias, Path file, List<String> form) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-exportcert", "-alias", alias, "-file", file.toString()));
        arguments.addAll(form);
        keytool(arguments);
        file.toFile().deleteOnExit();
        return file;
    }

    private void keytool(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(arguments);
        command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD,
                "-J-XX:TieredStopAtLevel=1", "-J-Xshare:auto"));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes());
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
    }
}
