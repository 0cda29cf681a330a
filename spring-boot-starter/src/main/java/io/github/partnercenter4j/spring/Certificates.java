package io.github.partnercenter4j.spring;

import io.github.partnercenter4j.client.entra.EntraCredentialBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collections;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/** Finds certificates and keys in the SSL bundles of the application. */
final class Certificates {
    private static final String ACTION = "Correct the name, or the bundle below spring.ssl.bundle.";

    private final ObjectProvider<SslBundles> bundles;

    Certificates(ObjectProvider<SslBundles> bundles) {
        this.bundles = bundles;
    }

    /** Returns the trusted certificates and the client certificate of a bundle. */
    SSLContext sslContext(String property, String name) {
        SslBundle bundle = bundle(property, name);
        try {
            return bundle.createSslContext();
        } catch (RuntimeException e) {
            throw unusable(property, name);
        }
    }

    /** Authenticates the application with the key and certificate of a bundle. */
    void authenticate(EntraCredentialBuilder credential, String property, String name) {
        SslBundle bundle = bundle(property, name);
        PrivateKey key;
        X509Certificate certificate;
        try {
            KeyStore store = bundle.getStores().getKeyStore();
            String alias = store == null ? null : alias(store, bundle.getKey().getAlias());
            if (alias == null
                    || !(store.getKey(alias, password(bundle)) instanceof PrivateKey privateKey)
                    || !(store.getCertificate(alias) instanceof X509Certificate x509)) {
                throw new InvalidSettingException(
                        property,
                        "names the SSL bundle " + name + ", which has no private key with a certificate",
                        ACTION);
            }
            key = privateKey;
            certificate = x509;
        } catch (GeneralSecurityException | IllegalStateException e) {
            throw unusable(property, name);
        }
        InvalidSettingException.check(property, () -> credential.clientCertificate(key, certificate));
    }

    private SslBundle bundle(String property, String name) {
        try {
            return bundles.getObject().getBundle(name);
        } catch (NoSuchSslBundleException e) {
            throw new InvalidSettingException(
                    property, "names the SSL bundle " + name + ", which does not exist", ACTION);
        }
    }

    private static @Nullable String alias(KeyStore store, @Nullable String chosen) throws GeneralSecurityException {
        if (chosen != null) {
            return chosen;
        }
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                return alias;
            }
        }
        return null;
    }

    /** The key may have its own password, or else that of the store. */
    private static char @Nullable [] password(SslBundle bundle) {
        String own = bundle.getKey().getPassword();
        String password = own == null ? bundle.getStores().getKeyStorePassword() : own;
        return password == null ? null : password.toCharArray();
    }

    /** The cause is omitted: it may quote a file or a password. */
    private static InvalidSettingException unusable(String property, String name) {
        return new InvalidSettingException(property, "names the SSL bundle " + name + ", which cannot be read", ACTION);
    }
}
