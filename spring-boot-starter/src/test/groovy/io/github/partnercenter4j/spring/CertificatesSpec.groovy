package io.github.partnercenter4j.spring

import io.github.partnercenter4j.client.entra.EntraCredential
import java.security.Key
import java.security.KeyFactory
import java.security.KeyPairGenerator
import java.security.KeyStore
import java.security.PrivateKey
import java.security.cert.Certificate
import java.security.cert.CertificateFactory
import java.security.spec.RSAPrivateKeySpec
import javax.crypto.spec.SecretKeySpec
import org.springframework.beans.factory.ObjectProvider
import org.springframework.boot.ssl.DefaultSslBundleRegistry
import org.springframework.boot.ssl.SslBundle
import org.springframework.boot.ssl.SslBundleKey
import org.springframework.boot.ssl.SslStoreBundle
import spock.lang.Specification

/** Which key of an SSL bundle authenticates the application. */
class CertificatesSpec extends Specification {
    private static final String STORE = 's3cret-store'
    private static final String OWN = 's3cret-key'
    private static final Certificate CERTIFICATE = CertificateFactory.getInstance('X.509').generateCertificate(new ByteArrayInputStream('''\
        -----BEGIN CERTIFICATE-----
        MIIBOjCB4qADAgECAgkAoTHWr/zCMqMwCgYIKoZIzj0EAwIwETEPMA0GA1UEAxMGY2xpZW50MCAXDTI2MTEyODA5MTIzOVoYDzIxMjYxMTA0MDkxMjM5WjARMQ8wDQYD
        VQQDEwZjbGllbnQwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAS+suirU+XUMPe7OxNONcjBxqkvDgV4qg8Y933MkU9YEhzxS75f9kFBuqKfYGV/8iRd353FzdUpEoAG
        IYmax7BhoyEwHzAdBgNVHQ4EFgQULAv7QLmiWmd2b5HRTHVOSAV7ErMwCgYIKoZIzj0EAwIDRwAwRAIgWtkuxzvQnJVvLynscdLnJ/8UnmtazykdTDXZPbngJVwCIDpI
        pBUSDOqWfVy6AruvBU5WXmApg+8X5LOAQKhz7lXX
        -----END CERTIFICATE-----
        '''.stripIndent().bytes))

    def 'the key is #expected of a bundle #what'() {
        given:
        def credential = EntraCredential.refreshToken('s3cret')

        when:
        certificates(bundle).authenticate(credential, 'p', 'mine')

        then:
        number(credential.@clientCredential.@privateKey) == expected
        credential.@clientCredential.@publicKeyCertificateChain == [CERTIFICATE]

        where:
        what                                    | bundle                                                                                                       || expected
        'of one key'                            | bundle(store(a: key(1)), STORE)                                                                              || 1
        'whose first entry is a certificate'    | bundle(store(a: CERTIFICATE, b: key(1)), STORE)                                                              || 1
        'of two keys, with no alias'            | bundle(store(a: key(1), b: key(2)), STORE)                                                                   || 1
        'of two keys, with the alias of one'    | bundle(store(a: key(1), b: key(2)), STORE, SslBundleKey.of(null, 'b'))                                       || 2
        'of a key with a password of its own'   | bundle(store([a: key(1)], OWN), STORE, SslBundleKey.of(OWN))                                                 || 1
        'of a key with a password, and no other' | bundle(store([a: key(1)], OWN), null, SslBundleKey.of(OWN))                                                 || 1
    }

    def 'a bundle #what has no key for the application'() {
        when:
        certificates(bundle).authenticate(EntraCredential.refreshToken('s3cret'), 'p', 'mine')

        then:
        def e = thrown(InvalidSettingException)
        e.message == "The property p names the SSL bundle mine, $problem."
        e.action() == 'Correct the name, or the bundle below spring.ssl.bundle.'
        e.cause == null

        where:
        what                                   | bundle                                                                                           || problem
        'without a key store'                  | bundle(null, null)                                                                               || 'which has no private key with a certificate'
        'of certificates only'                 | bundle(store(a: CERTIFICATE), STORE)                                                             || 'which has no private key with a certificate'
        'with an alias of no entry'            | bundle(store(a: key(1)), STORE, SslBundleKey.of(null, 'none'))                                   || 'which has no private key with a certificate'
        'with the alias of a certificate'      | bundle(store(a: CERTIFICATE, b: key(1)), STORE, SslBundleKey.of(null, 'a'))                      || 'which has no private key with a certificate'
        'of a secret key'                      | bundle(store(a: new SecretKeySpec('s3cret'.bytes, 'AES')), STORE)                                || 'which has no private key with a certificate'
        'with another password'                | bundle(store([a: key(1)], OWN), STORE)                                                           || 'which cannot be read'
        'with another password of its own'     | bundle(store(a: key(1)), STORE, SslBundleKey.of(OWN))                                            || 'which cannot be read'
        'whose store is not there'             | SslBundle.of([getKeyStore: { throw new IllegalStateException('s3cret') }] as SslStoreBundle)     || 'which cannot be read'
    }

    def 'a key that the client cannot use is refused with the reason of the client'() {
        given:
        def elliptic = KeyPairGenerator.getInstance('EC').generateKeyPair().private

        when:
        certificates(bundle(store(a: elliptic), STORE)).authenticate(EntraCredential.refreshToken('s3cret'), 'p', 'mine')

        then:
        def e = thrown(InvalidSettingException)
        e.message == 'The property p has an invalid value: clientCertificate needs an RSA key.'
    }

    private static Certificates certificates(SslBundle bundle) {
        def registry = new DefaultSslBundleRegistry('mine', bundle)
        new Certificates([getObject: { registry }] as ObjectProvider)
    }

    private static SslBundle bundle(KeyStore store, String password, SslBundleKey key = null) {
        SslBundle.of(SslStoreBundle.of(store, password, null), key)
    }

    private static KeyStore store(Map<String, Object> entries, String password = STORE) {
        def store = KeyStore.getInstance('PKCS12')
        store.load(null, null)
        entries.each { alias, entry ->
            if (entry instanceof Certificate) {
                store.setCertificateEntry(alias, entry)
            } else {
                store.setKeyEntry(alias, (Key) entry, password.toCharArray(), entry instanceof PrivateKey ? [CERTIFICATE] as Certificate[] : null)
            }
        }
        store
    }

    /** Nothing is signed with it, so any number does. */
    private static PrivateKey key(int number) {
        KeyFactory.getInstance('RSA').generatePrivate(new RSAPrivateKeySpec(2G**2047 + number, 65_537G))
    }

    private static int number(PrivateKey key) {
        (key.modulus - 2G**2047) as int
    }
}
