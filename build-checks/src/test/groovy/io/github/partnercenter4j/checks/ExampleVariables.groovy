package io.github.partnercenter4j.checks

import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.micrometer.observation.ObservationRegistry
import java.nio.file.Path
import java.util.function.Supplier
import javax.net.ssl.SSLContext

/** The variables that the examples of the README and the guides use without declaring them. */
class ExampleVariables {
    public static PartnerCenterSandbox sandbox
    public static PartnerCenter partnerCenter
    public static Credential credential
    public static String accessToken
    public static String refreshToken
    public static String tenantId
    public static String clientId
    public static String clientSecret
    public static String customerId
    public static String orderId
    public static List<String> orderIds
    public static String id
    public static ObservationRegistry observationRegistry = ObservationRegistry.create()
    public static Supplier<String> traceparent = { "00-${'4b' * 16}-${'f0' * 8}-01".toString() }
    public static String proxyUser = 'user'
    public static String proxyPassword = 's3cret'
    public static SSLContext sslContext = SSLContext.default
    public static File trustedFile
    public static char[] trustPassword
    public static File clientFile
    public static char[] keyPassword
    /** The folder of the files that an example writes. */
    public static Path folder
    /** An OpenAPI document of the reader's own operations. */
    public static Path document = Repository.ROOT.resolve('sandbox/src/test/resources/io/github/partnercenter4j/sandbox/subscriptions.yaml')
}
