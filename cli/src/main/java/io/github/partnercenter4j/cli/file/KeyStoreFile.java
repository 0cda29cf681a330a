package io.github.partnercenter4j.cli.file;

import io.github.partnercenter4j.cli.option.NetworkOptions;
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

/** A file of certificates or keys, in the forms that people have them in: PEM, PKCS #12, JKS. */
public final class KeyStoreFile {
    private static final int LARGEST_FILE = 16 * 1024 * 1024;

    /** RFC 7468. What else is in such a file, such as names or a key, is left out. */
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----", Pattern.DOTALL);

    private final Path file;
    private final String option;
    private final Function<String, RuntimeException> refusal;

    /**
     * Names a file.
     *
     * @param option the option that it was given by
     * @param refusal what to throw if the file can not be used, made of a message that says what to do and does not quote
     *     the name of the file
     */
    public KeyStoreFile(Path file, String option, Function<String, RuntimeException> refusal) {
        this.file = file;
        this.option = option;
        this.refusal = refusal;
    }

    /** Reads certificates to trust. */
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
                        ? "shows no certificate without its password: give that, too"
                        : "holds no certificate that Java trusts. One that openssl made without a key is such: give the"
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
        throw refusal("holds no private key, which the certificate is nothing without");
    }

    private String text() {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                throw refusal("is larger than 16 MiB, so it is none. Check its name");
            }
            return new String(bytes, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw refusal("can not be read (" + ReadError.why(file, e) + "). Check its name");
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
                throw refusal("is PEM, and holds no certificate");
            }
            return store;
        } catch (CertificateException e) {
            throw refusal("is PEM, and one of its certificates is damaged");
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore load(@Nullable String password) {
        try {
            return KeyStore.getInstance(file.toFile(), password == null ? null : password.toCharArray());
        } catch (KeyStoreException e) {
            throw refusal("is neither PEM nor a PKCS #12 or JKS key store. Check its name; keytool and"
                    + " openssl turn other forms into these");
        } catch (IOException e) {
            throw refusal(
                    e.getCause() instanceof UnrecoverableKeyException
                            ? "has another password than the one that was given"
                            : "is damaged: its contents can not be read");
        } catch (GeneralSecurityException e) {
            throw refusal("has contents that this Java can not read");
        }
    }

    private RuntimeException refusal(String rest) {
        return refusal.apply("The file given by " + option + " " + rest);
    }
}
