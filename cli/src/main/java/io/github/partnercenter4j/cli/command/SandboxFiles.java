package io.github.partnercenter4j.cli.command;

import io.github.partnercenter4j.sandbox.PartnerCenterSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files with the token and certificate of a running sandbox. Only their owner can read them. */
final class SandboxFiles implements AutoCloseable {
    private final Path folder;
    private final Path token;
    private final Path header;
    private @Nullable Path certificate;

    private SandboxFiles(Path folder) {
        this.folder = folder;
        this.token = folder.resolve("token");
        this.header = folder.resolve("authorization");
    }

    static SandboxFiles write(PartnerCenterSandbox sandbox, boolean withCertificate) {
        try {
            SandboxFiles files = new SandboxFiles(Files.createTempDirectory("pcorders-sandbox"));
            try {
                Files.writeString(create(files.token), sandbox.token());
                Files.writeString(create(files.header), "Authorization: Bearer " + sandbox.token() + "\n");
                if (withCertificate) {
                    files.trust(sandbox.trustStore());
                }
                return files;
            } catch (IOException | GeneralSecurityException | RuntimeException e) {
                files.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The token and the certificate of the sandbox cannot be written", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void trust(KeyStore store) throws IOException, GeneralSecurityException {
        certificate = create(folder.resolve("certificate.pem"));
        Files.writeString(certificate, pem(store.getCertificate(store.aliases().nextElement())));
    }

    /** RFC 7468. */
    private static String pem(Certificate certificate) throws GeneralSecurityException {
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(certificate.getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
    }

    /** Windows has no POSIX permissions, but its folder for temporary files belongs to the user. */
    private static Path create(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        return Files.createFile(file, attributes);
    }

    Path token() {
        return token;
    }

    /** Returns the file with the header Authorization, for curl. */
    Path header() {
        return header;
    }

    /** Returns the certificate file (PEM), or null if the sandbox does not use TLS. */
    @Nullable
    Path certificate() {
        return certificate;
    }

    /** Returns the file in which a user can keep a sign-in. It does not exist yet. */
    Path signIn() {
        return folder.resolve("sign-in.json");
    }

    /** Deletes the files. */
    @Override
    public void close() {
        List<Path> all = new ArrayList<>();
        all.add(token);
        all.add(header);
        all.add(folder.resolve("certificate.pem"));
        all.add(signIn());
        all.add(folder);
        try {
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The files of the sandbox cannot be deleted", e);
        }
    }
}
