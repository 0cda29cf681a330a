package io.github.partnercenter4j.conformance.exchange

import groovy.transform.CompileStatic
import java.time.Duration

/** A server that is tested instead of the sandbox. It cannot be told what to respond with. */
@CompileStatic
class Target {
    /** An origin and an optional prefix; the path of the spec's first server is added. */
    final String baseUrl
    final String token
    /** Values of parameters that the server knows, by name. They replace the examples of the spec. */
    final Map<String, String> arguments
    /** How long to wait between two requests. */
    final Duration pause

    /** @throws IllegalArgumentException if the token would be sent in clear text to another machine */
    Target(URI baseUrl, String token, Map<String, String> arguments, Duration pause) {
        if (baseUrl.scheme != 'https' && !(baseUrl.scheme == 'http' && isThisMachine(baseUrl.host))) {
            throw new IllegalArgumentException("The target must begin with https:, because the token must not be sent in clear text: $baseUrl")
        }
        this.baseUrl = baseUrl.toString().replaceAll('/+$', '')
        this.token = token
        this.arguments = arguments
        this.pause = pause
    }

    private static boolean isThisMachine(String host) {
        try {
            return InetAddress.getByName(host).loopbackAddress
        } catch (UnknownHostException ignored) {
            return false
        }
    }

    @Override
    String toString() {
        baseUrl
    }
}
