package io.github.partnercenter4j.cli

import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import java.nio.file.Path
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** The command sandbox, and what programs receive from it. */
abstract class SandboxSpecification extends Specification {
    @TempDir
    Path folder

    @AutoCleanup
    SandboxRun sandbox

    static request(String url, Map<String, String> headers = [:]) {
        def builder = HttpRequest.newBuilder(URI.create(url))
        headers.each { name, value -> builder.header(name, value) }
        HttpClient.newHttpClient().send(builder.timeout(Duration.ofMinutes(1)).build(), BodyHandlers.ofString())
    }
}
