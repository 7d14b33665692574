package placewatch.network;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import placewatch.protocol.Failure;
import placewatch.protocol.Failure.FileFault;

/// Certificate authorities beyond those that Java trusts, in files of one or more PEM certificates, or of DER ones.
/// Reads the disk: never the JavaFX thread.
public final class AuthorityFiles {

    /// What came of it.
    public sealed interface Outcome {

        /// The way by the computer's proxies that trusts these authorities too.
        record Ready(Route route) implements Outcome { }

        record Unusable(Failure.BadAuthorityFile why) implements Outcome { }
    }

    /// All the world's authorities fit in a quarter of a megabyte.
    private static final long SIZE_LIMIT = 8L << 20;
    private static final Pattern PEM = Pattern.compile(
            "-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----([^-]*)-----END (?:X509 |TRUSTED )?CERTIFICATE-----");

    private final InstantSource clock;

    /// @param clock tells whether a certificate is still good
    public AuthorityFiles(InstantSource clock) {
        this.clock = clock;
    }

    /// The first file that can't be used decides; without files it is the usual route.
    public Outcome route(List<Path> files) {
        if (files.isEmpty()) {
            return new Outcome.Ready(Route.usual());
        }
        List<X509Certificate> more = new ArrayList<>();
        try {
            for (Path file : files) {
                more.addAll(read(file));
            }
        } catch (Fault e) {
            return new Outcome.Unusable(e.failure);
        }
        return new Outcome.Ready(Route.trusting(trustingAlso(more)));
    }

    /// One store of both: two trust managers one after the other could tell the wrong one's reason.
    private static SSLContext trustingAlso(List<X509Certificate> more) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int count = 0;
            for (X509Certificate authority : withJavas(more)) {
                store.setCertificateEntry("authority-" + count++, authority);
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(store), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java can't hold certificates in memory", e);
        }
    }

    static List<X509Certificate> withJavas(List<X509Certificate> more) throws GeneralSecurityException {
        Stream<X509Certificate> javas = Stream.of(managers(null))
                .filter(X509TrustManager.class::isInstance).map(X509TrustManager.class::cast)
                .flatMap(manager -> Stream.of(manager.getAcceptedIssuers()));
        return Stream.concat(javas, more.stream()).distinct().toList();
    }

    /// Of Java's own store where none is given.
    private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    List<X509Certificate> read(Path file) throws Fault {
        List<X509Certificate> all;
        try {
            if (Files.size(file) > SIZE_LIMIT) {
                throw new Fault(file, FileFault.NO_CERTIFICATE, "It is larger than any certificate file");
            }
            all = certificates(Files.readAllBytes(file));
        } catch (NoSuchFileException _) {
            throw new Fault(file, FileFault.MISSING, "");
        } catch (IOException e) {
            throw new Fault(file, FileFault.UNREADABLE, e.toString());
        } catch (CertificateException | IllegalArgumentException e) {
            throw new Fault(file, FileFault.NO_CERTIFICATE, new Causes(e).detail());
        }
        if (all.isEmpty()) {
            throw new Fault(file, FileFault.NO_CERTIFICATE, "");
        }
        return good(file, all);
    }

    /// Bundles carry authorities that are over; they do no harm beside one that is not.
    private List<X509Certificate> good(Path file, List<X509Certificate> all) throws Fault {
        Date now = Date.from(clock.instant());
        List<X509Certificate> good = all.stream()
                .filter(one -> !now.before(one.getNotBefore()) && !now.after(one.getNotAfter())).toList();
        if (!good.isEmpty()) {
            return good;
        }
        X509Certificate first = all.getFirst();
        throw now.after(first.getNotAfter())
                ? new Fault(file, FileFault.EXPIRED, first.getSubjectX500Principal() + ", until "
                        + first.getNotAfter().toInstant())
                : new Fault(file, FileFault.NOT_YET_VALID, first.getSubjectX500Principal() + ", from "
                        + first.getNotBefore().toInstant());
    }

    /// Around PEM blocks anything may stand, keys and plain words too. Without such blocks it is DER, or PKCS #7.
    private static List<X509Certificate> certificates(byte[] content) throws CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> found = new ArrayList<>();
        Matcher pem = PEM.matcher(new String(content, StandardCharsets.ISO_8859_1));
        while (pem.find()) {
            // one at a time: OpenSSL's trusted form has something of its own behind the certificate
            collect(List.of(factory.generateCertificate(
                    new ByteArrayInputStream(Base64.getMimeDecoder().decode(pem.group(1))))), found);
        }
        if (found.isEmpty()) {
            collect(factory.generateCertificates(new ByteArrayInputStream(content)), found);
        }
        return found;
    }

    private static void collect(Collection<? extends Certificate> some, List<X509Certificate> into) {
        some.stream().filter(X509Certificate.class::isInstance).map(X509Certificate.class::cast).forEach(into::add);
    }

    /// Ends the reading where it is found out.
    static final class Fault extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Failure.BadAuthorityFile failure;

        Fault(Path file, FileFault fault, String detail) {
            super(file + ": " + fault);
            failure = new Failure.BadAuthorityFile(file, fault, detail);
        }
    }
}
