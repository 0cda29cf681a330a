package io.github.partnercenter4j.cli.option;

import io.github.partnercenter4j.cli.file.KeyStoreFile;
import io.github.partnercenter4j.client.PartnerCenterBuilder;
import io.github.partnercenter4j.client.entra.EntraCredentialBuilder;
import io.github.partnercenter4j.client.internal.environment.EnvironmentVariables;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that set how the service and the authorization server are reached: the proxy and the certificates. */
public final class NetworkOptions {
    static final String PROXY_PASSWORD = EnvironmentVariables.PROXY_PASSWORD;
    public static final String TRUST_STORE_PASSWORD = EnvironmentVariables.TRUST_STORE_PASSWORD;
    public static final String CLIENT_CERTIFICATE_PASSWORD = EnvironmentVariables.CLIENT_CERTIFICATE_PASSWORD;

    private final PasswordSource passwords;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--proxy",
            paramLabel = "URL",
            description = "Connect through this HTTP proxy, such as http://proxy.example:3128. The connection is a"
                    + " tunnel: the proxy sees no token and no response.")
    private @Nullable String proxy;

    @Option(
            names = "--proxy-user",
            paramLabel = "NAME",
            description = "The user name for the proxy (Basic authentication). The password comes from "
                    + PROXY_PASSWORD + ".")
    private @Nullable String proxyUser;

    @Option(
            names = "--proxy-password-file",
            paramLabel = "FILE",
            description = "Read the proxy password from this file instead of the environment.")
    private @Nullable Path proxyPasswordFile;

    @Option(
            names = "--trust-store",
            paramLabel = "FILE",
            description = "Trust only the certificates in this file (PEM, PKCS #12 or JKS). If it has a password, the"
                    + " password comes from " + TRUST_STORE_PASSWORD + ".")
    private @Nullable Path trustStore;

    @Option(
            names = "--trust-store-password-file",
            paramLabel = "FILE",
            description = "Read the trust store password from this file instead of the environment.")
    private @Nullable Path trustStorePasswordFile;

    @Option(
            names = "--client-certificate",
            paramLabel = "FILE",
            description = "Send the certificate in this file (PKCS #12 or JKS, with its key) to a server that asks for"
                    + " one. The password comes from " + CLIENT_CERTIFICATE_PASSWORD + ".")
    private @Nullable Path clientCertificate;

    @Option(
            names = "--client-certificate-password-file",
            paramLabel = "FILE",
            description = "Read the client certificate password from this file instead of the environment.")
    private @Nullable Path clientCertificatePasswordFile;

    public NetworkOptions(PasswordSource passwords) {
        this.passwords = passwords;
    }

    /**
     * Sets the options in the builder of a client.
     *
     * @throws InvalidOptionException if the builder refuses a value
     */
    public void applyTo(PartnerCenterBuilder builder) {
        apply(builder::sslContext, builder::proxy, builder::proxyCredentials);
    }

    /**
     * Sets the options in the builder of a credential.
     *
     * @throws InvalidOptionException if the builder refuses a value
     */
    public void applyTo(EntraCredentialBuilder builder) {
        apply(builder::sslContext, builder::proxy, builder::proxyCredentials);
    }

    private void apply(Consumer<SSLContext> tls, Consumer<String> through, BiConsumer<String, String> credentials) {
        SSLContext sslContext = sslContext();
        if (sslContext != null) {
            tls.accept(sslContext);
        }
        String url = proxy();
        if (url != null) {
            InvalidOptionException.check(spec, "--proxy", () -> through.accept(url));
        }
        String user = proxyUser;
        if (user != null) {
            String password = proxyPassword();
            InvalidOptionException.check(spec, "--proxy-user", () -> credentials.accept(user, password));
        }
    }

    private @Nullable String proxy() {
        requireWith("--proxy-user", proxyUser, "--proxy", proxy);
        requireWith("--proxy-password-file", proxyPasswordFile, "--proxy-user", proxyUser);
        if (proxy != null && proxy.contains("@")) {
            throw refusal(
                    "--proxy must not contain a user or password, because other users could read them: use --proxy-user and "
                            + PROXY_PASSWORD);
        }
        return proxy;
    }

    private String proxyPassword() {
        String password = passwords.find(proxyPasswordFile, "--proxy-password-file", PROXY_PASSWORD, this::refusal);
        if (password == null) {
            throw refusal("--proxy-user needs a password: set " + PROXY_PASSWORD + " or use --proxy-password-file");
        }
        return password;
    }

    /** Returns null if the JVM's own TLS settings apply. */
    private @Nullable SSLContext sslContext() {
        requireWith("--trust-store-password-file", trustStorePasswordFile, "--trust-store", trustStore);
        requireWith(
                "--client-certificate-password-file",
                clientCertificatePasswordFile,
                "--client-certificate",
                clientCertificate);
        if (trustStore == null && clientCertificate == null) {
            return null;
        }
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keyManagers(), trustManagers(), null);
            return context;
        } catch (UnrecoverableKeyException e) {
            throw refusal("The key in the file given by --client-certificate has a different password than the file:"
                    + " give both the same password");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private TrustManager @Nullable [] trustManagers() throws GeneralSecurityException {
        if (trustStore == null) {
            return null;
        }
        String password = passwords.find(
                trustStorePasswordFile, "--trust-store-password-file", TRUST_STORE_PASSWORD, this::refusal);
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(new KeyStoreFile(trustStore, "--trust-store", this::refusal).certificates(password));
        return managers.getTrustManagers();
    }

    private KeyManager @Nullable [] keyManagers() throws GeneralSecurityException {
        if (clientCertificate == null) {
            return null;
        }
        String password = passwords.find(
                clientCertificatePasswordFile,
                "--client-certificate-password-file",
                CLIENT_CERTIFICATE_PASSWORD,
                this::refusal);
        KeyStore keys = new KeyStoreFile(clientCertificate, "--client-certificate", this::refusal).keys(password);
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password == null ? null : password.toCharArray());
        return managers.getKeyManagers();
    }

    private void requireWith(String option, @Nullable Object value, String needed, @Nullable Object neededValue) {
        if (value != null && neededValue == null) {
            throw refusal(option + " needs " + needed + ", which is missing");
        }
    }

    private ParameterException refusal(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
