package io.github.partnercenter4j.cli.file;

import io.github.partnercenter4j.cli.option.NetworkOptions;
import io.github.partnercenter4j.client.internal.environment.ReadError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collections;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads certificates or keys from a PEM, PKCS #12 or JKS file. */
public final class KeyStoreFile {
    private static final int MAX_BYTES = 16 * 1024 * 1024;

    /** One certificate (RFC 7468). Everything else in the file, such as names or a key, is skipped. */
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----", Pattern.DOTALL);

    private final Path file;
    private final String option;
    private final Function<String, RuntimeException> refusal;

    /**
     * Names a file.
     *
     * @param option the option that names the file
     * @param refusal creates the exception to throw if the file cannot be used; the message says what to do and does not
     *     quote the file name
     */
    public KeyStoreFile(Path file, String option, Function<String, RuntimeException> refusal) {
        this.file = file;
        this.option = option;
        this.refusal = refusal;
    }

    /** Reads trusted certificates. */
    public KeyStore certificates(@Nullable String password) {
        String text = text();
        KeyStore store = text.contains("-----BEGIN ") ? fromPem(text) : load(password);
        try {
            for (String alias : Collections.list(store.aliases())) {
                if (store.getCertificate(alias) != null) {
                    return store;
                }
            }
        } catch (KeyStoreException e) {
            throw new IllegalStateException(e);
        }
        throw refusal(
                password == null
                        ? "contains no certificate that can be read without a password: set "
                                + NetworkOptions.TRUST_STORE_PASSWORD + " or use " + option + "-password-file"
                        : "contains no certificate that Java trusts, which happens if openssl made it without a key. Use the"
                                + " PEM file itself");
    }

    /** Reads a private key with its certificate. */
    public KeyStore keys(@Nullable String password) {
        if (text().contains("-----BEGIN ")) {
            throw refusal("is PEM. Put key and certificate into one PKCS #12 file: openssl pkcs12 -export"
                    + " -in certificate.pem -inkey key.pem -out client.p12");
        }
        if (password == null) {
            throw refusal("needs its password: set " + NetworkOptions.CLIENT_CERTIFICATE_PASSWORD + " or use " + option
                    + "-password-file");
        }
        KeyStore store = load(password);
        try {
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    return store;
                }
            }
        } catch (KeyStoreException e) {
            throw new IllegalStateException(e);
        }
        throw refusal("contains no private key. Use a file that contains the certificate and its key");
    }

    private String text() {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw refusal("is larger than 16 MiB, too large for a key store. Check the path");
            }
            return new String(bytes, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw refusal("cannot be read (" + ReadError.reason(file, e) + "). Check the path");
        }
    }

    private KeyStore fromPem(String text) {
        String blocks = PEM.matcher(text).results().map(MatchResult::group).collect(Collectors.joining("\n"));
        try (InputStream in = new ByteArrayInputStream(blocks.getBytes(StandardCharsets.ISO_8859_1))) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("certificate-" + number++, certificate);
            }
            if (number == 0) {
                throw refusal(
                        "is PEM, but contains no certificate. Use a file with the lines BEGIN CERTIFICATE and END CERTIFICATE");
            }
            return store;
        } catch (CertificateException e) {
            throw refusal("is PEM, but one of its certificates is damaged. Export the certificates again");
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore load(@Nullable String password) {
        try {
            return KeyStore.getInstance(file.toFile(), password == null ? null : password.toCharArray());
        } catch (KeyStoreException e) {
            throw refusal("is neither PEM nor a PKCS #12 or JKS key store. Check the path, or convert it"
                    + " with keytool or openssl");
        } catch (IOException e) {
            throw refusal(
                    e.getCause() instanceof UnrecoverableKeyException
                            ? "has a different password than the one given. Check the password"
                            : "is damaged: its contents cannot be read. Create it again with keytool or openssl");
        } catch (GeneralSecurityException e) {
            throw refusal("has contents that this Java cannot read. Convert it with keytool to PKCS #12");
        }
    }

    private RuntimeException refusal(String rest) {
        return refusal.apply("The file given by " + option + " " + rest);
    }
}
