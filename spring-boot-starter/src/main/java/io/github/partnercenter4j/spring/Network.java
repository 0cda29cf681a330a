package io.github.partnercenter4j.spring;

import io.github.partnercenter4j.client.PartnerCenterBuilder;
import io.github.partnercenter4j.client.entra.EntraCredentialBuilder;
import io.github.partnercenter4j.spring.PartnerCenterProperties.ProxyProperties;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Sets the proxy and the certificates, which are the same for calls and for the sign-in. */
final class Network {
    private static final String PROXY = "partnercenter.proxy.";

    private final ProxyProperties proxy;
    private final @Nullable String bundle;
    private final SecretReference secrets;
    private final Certificates certificates;

    Network(PartnerCenterProperties properties, SecretReference secrets, Certificates certificates) {
        this.proxy = properties.proxy();
        this.bundle = properties.ssl().bundle();
        this.secrets = secrets;
        this.certificates = certificates;
    }

    void applyTo(PartnerCenterBuilder builder) {
        apply(builder::sslContext, builder::proxy, builder::proxyCredentials);
    }

    void applyTo(EntraCredentialBuilder builder) {
        apply(builder::sslContext, builder::proxy, builder::proxyCredentials);
    }

    private void apply(Consumer<SSLContext> tls, Consumer<String> through, BiConsumer<String, String> credentials) {
        if (bundle != null) {
            tls.accept(certificates.sslContext("partnercenter.ssl.bundle", bundle));
        }
        String url = proxy.url();
        if (url != null) {
            InvalidSettingException.check(PROXY + "url", () -> through.accept(url));
        }
        String user = proxy.user();
        String password = proxy.password();
        if ((user == null) != (password == null)) {
            throw new InvalidSettingException(
                    PROXY + (user == null ? "user" : "password"),
                    "is missing",
                    "Set both the user and the password, or none.");
        }
        if (user != null && password != null) {
            if (url == null) {
                throw new InvalidSettingException(
                        PROXY + "url", "is missing", "Set it, or remove the user and password.");
            }
            InvalidSettingException.check(
                    PROXY + "password", () -> credentials.accept(user, secrets.read(PROXY + "password", password)));
        }
    }
}
