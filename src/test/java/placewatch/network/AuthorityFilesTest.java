package placewatch.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import placewatch.network.TestAuthority.Server;
import placewatch.protocol.Failure;
import placewatch.protocol.Failure.FileFault;

/// Files that people name as certificate authorities.
class AuthorityFilesTest {

    @TempDir
    private static Path folder;

    private final TestAuthority authority = TestAuthority.shared();
    private final AuthorityFiles files = new AuthorityFiles(InstantSource.system());

    private FileFault fault(Path file) {
        AuthorityFiles.Outcome outcome = files.route(List.of(file));
        assertThat(outcome).isInstanceOf(AuthorityFiles.Outcome.Unusable.class);
        Failure.BadAuthorityFile why = ((AuthorityFiles.Outcome.Unusable) outcome).why();
        assertThat(why.file()).isEqualTo(file);
        return why.fault();
    }

    private static Path lay(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void pemAndDerHoldTheSameCertificate() throws Exception {
        assertThat(files.read(authority.pem())).hasSize(1).isEqualTo(files.read(authority.der()));
    }

    @Test
    void aBundleMayHoldManyCertificatesAndWordsAndKeysBetweenThem() throws Exception {
        Path bundle = lay("bundle.pem", "# The office\r\n" + Files.readString(authority.pem())
                + "-----BEGIN PRIVATE KEY-----\nMIGH\n-----END PRIVATE KEY-----\nsubject=other\n"
                + Files.readString(authority.pem(Server.SELF_SIGNED)).replace("\n", "\r\n"));
        assertThat(files.read(bundle)).extracting(one -> one.getSubjectX500Principal().getName())
                .containsExactly("CN=Placewatch test authority", "CN=self_signed");
    }

    @Test
    void whatHasExpiredInABundleDoesNotSpoilTheRest() throws Exception {
        Path bundle = lay("mixed.pem", Files.readString(authority.pem(Server.EXPIRED))
                + Files.readString(authority.pem()));
        assertThat(files.read(bundle)).extracting(one -> one.getSubjectX500Principal().getName())
                .containsExactly("CN=Placewatch test authority");
    }

    @Test
    void aFileThatIsNotThereIsMissing() {
        assertThat(fault(folder.resolve("nowhere.pem"))).isEqualTo(FileFault.MISSING);
    }

    @Test
    void aFolderCannotBeRead() {
        assertThat(fault(folder)).isEqualTo(FileFault.UNREADABLE);
    }

    @Test
    void whatIsNoCertificateIsSaidSo() throws Exception {
        assertThat(fault(lay("empty.pem", ""))).isEqualTo(FileFault.NO_CERTIFICATE);
        assertThat(fault(lay("words.pem", "our certificate, see the wiki"))).isEqualTo(FileFault.NO_CERTIFICATE);
        assertThat(fault(lay("cut.pem", Files.readString(authority.pem()).substring(0, 200))))
                .isEqualTo(FileFault.NO_CERTIFICATE);
        assertThat(fault(lay("garbled.pem", "-----BEGIN CERTIFICATE-----\nMIIB!!!\n-----END CERTIFICATE-----\n")))
                .isEqualTo(FileFault.NO_CERTIFICATE);
    }

    @Test
    void anExpiredCertificateIsNoUse() throws Exception {
        assertThat(fault(authority.pem(Server.EXPIRED))).isEqualTo(FileFault.EXPIRED);
        assertThat(fault(authority.pem(Server.NOT_YET_VALID))).isEqualTo(FileFault.NOT_YET_VALID);
    }

    @Test
    void theFirstBadFileDecides() throws Exception {
        Path missing = folder.resolve("nowhere.pem");
        assertThat(files.route(List.of(authority.pem(), missing, authority.pem(Server.EXPIRED)))).isEqualTo(
                new AuthorityFiles.Outcome.Unusable(new Failure.BadAuthorityFile(missing, FileFault.MISSING, "")));
    }
}
