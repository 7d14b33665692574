package placewatch.network;

import java.io.EOFException;
import java.net.SocketException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import placewatch.protocol.Failure;
import placewatch.protocol.Failure.Distrust;

/// Tells apart why TLS came to nothing.
final class TlsTrouble {

    /// How the JDK's host name checker begins; it has no exception of its own.
    private static final String[] WRONG_HOST = {
        "No name matching", "No subject alternative", "Illegal given domain name"};

    private TlsTrouble() { }

    /// Empty when TLS is not to blame, be it that the other side hung up in the middle of it.
    static Optional<Failure> read(Causes causes, String authority) {
        if (!causes.has(SSLException.class) && !causes.has(CertificateException.class)) {
            return Optional.empty();
        }
        if (causes.say("Unsupported or unrecognized SSL message") || causes.say("Unrecognized SSL message")) {
            return Optional.of(new Failure.NotPlaceOs("What listens at " + authority + " does not speak TLS"));
        }
        Distrust reason = reason(causes);
        boolean hungUp = causes.has(EOFException.class) || causes.has(SocketException.class)
                || causes.say("terminated the handshake");
        return reason == Distrust.OTHER && hungUp
                ? Optional.empty() : Optional.of(new Failure.NotTrusted(reason, causes.detail()));
    }

    private static Distrust reason(Causes causes) {
        if (causes.has(CertificateExpiredException.class) || isBecause(causes, BasicReason.EXPIRED)) {
            return Distrust.EXPIRED;
        }
        if (causes.has(CertificateNotYetValidException.class) || isBecause(causes, BasicReason.NOT_YET_VALID)) {
            return Distrust.NOT_YET_VALID;
        }
        if (Stream.of(WRONG_HOST).anyMatch(causes::say)) {
            return Distrust.WRONG_HOST;
        }
        return causes.say("unable to find valid certification path") || causes.say("PKIX path building failed")
                || causes.say("No trusted certificate found") ? Distrust.UNKNOWN_ISSUER : Distrust.OTHER;
    }

    private static boolean isBecause(Causes causes, BasicReason reason) {
        return causes.find(CertPathValidatorException.class).filter(fault -> fault.getReason() == reason).isPresent();
    }
}
