package placewatch.socket;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/// A TLS listener on loopback with a certificate that it made itself.
final class SelfSigned {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private SelfSigned() { }

    static SSLServerSocket listener(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("store.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "self", "-keyalg", "EC", "-dname", "CN=127.0.0.1", "-storetype", "PKCS12",
                "-keystore", store.toString(), "-storepass", new String(PASSWORD)).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes());
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return (SSLServerSocket) context.getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
    }

    static void shakeHandsWithOne(SSLServerSocket listener) {
        try (SSLSocket visitor = (SSLSocket) listener.accept()) {
            visitor.startHandshake();
            throw new IllegalStateException("the visitor trusted us");
        } catch (SSLException | SocketException e) {
            // turned away: by an alert, or, where the visitor was quicker than our answer, by a line hung up
            assert e.getMessage() != null;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
