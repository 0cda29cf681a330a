package io.github.partnercenter4j.conformance.targets

import groovy.transform.CompileStatic
import java.nio.file.Files
import java.nio.file.Path

/** The target and the credentials. The text of toString is the base URL only. */
@CompileStatic
class TargetSettings {
    final String baseUrl
    final String token
    final String customer
    final String order

    TargetSettings(String baseUrl, String token, String customer, String order) {
        URI uri = URI.create(baseUrl)
        if (uri.scheme != 'https' && !(uri.scheme == 'http' && InetAddress.getByName(uri.host).loopbackAddress)) {
            throw new IllegalArgumentException("conformance.baseUrl must begin with https:, because the token must not be sent in clear text: $baseUrl")
        }
        this.baseUrl = baseUrl.replaceAll('/+$', '')
        this.token = token
        this.customer = customer
        this.order = order
    }

    /** @throws IllegalArgumentException if one of conformance.baseUrl, .tokenFile, .customer and .order is missing or invalid */
    static TargetSettings of(Properties properties) {
        Path file = Path.of(required(properties, 'tokenFile'))
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("conformance.tokenFile cannot be read (a relative path begins at conformance-tests): $file")
        }
        new TargetSettings(required(properties, 'baseUrl'), Files.readString(file).strip(), required(properties, 'customer'), required(properties, 'order'))
    }

    private static String required(Properties properties, String name) {
        String value = properties.getProperty('conformance.' + name)
        if (!value) {
            throw new IllegalArgumentException("A target needs -Dconformance.$name=… (all of: conformance.baseUrl, .tokenFile, .customer, .order)")
        }
        value
    }

    @Override
    String toString() {
        baseUrl
    }
}
