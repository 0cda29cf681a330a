package io.github.partnercenter4j.checks.own

import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import spock.lang.Specification

/** Each construct that the table in docs/conformance.md calls supported by the sandbox is at work in a response, or in the refusal of a wrong request. */
class SandboxConstructsSpec extends Specification {

    def 'each construct that the sandbox supports is tested'() {
        given:
        def supported = ConstructsSpec.TABLE.findAll { it.value[2] == 'supported' }.keySet()
        def tested = SandboxConstruct.ALL*.name() as Set

        expect:
        tested == supported
    }

    def 'the sandbox serves #construct'() {
        given:
        def sandbox = PartnerCenterSandbox.builder().spec(SpecModel.read(document)).start()

        expect:
        !exchanges.isEmpty()
        exchanges.every { request, expected ->
            def response = response(sandbox, request)
            assert expected.startsWith('400') ? response.startsWith(expected) : response == expected, request
            true
        }

        cleanup:
        sandbox?.close()

        where:
        [construct, document, exchanges] << SandboxConstruct.ALL.collect { [it.name(), it.document(), it.exchanges()] }
    }

    /** Returns the status, the headers that are asked for with a question mark, and the body, or only the description of a problem. */
    private static String response(PartnerCenterSandbox sandbox, String exchange) {
        def (line, lines) = [exchange.readLines()[0].split(' '), exchange.readLines().drop(1)]
        def headers = lines.findAll { it ==~ /[A-Z][\w-]+: .*/ }.collectEntries { it.split(': ', 2).toList() }
        def request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + line[1]))
                .method(line[0], HttpRequest.BodyPublishers.ofString(lines.find { it =~ /^[{x]/ } ?: ''))
        ([Authorization: "Bearer ${sandbox.token()}" as String] + headers).each { request.header(it.key, it.value) }
        def response = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString())
        def asked = exchange.findAll(/\?([A-Z]\w+)/) { it[1] }.findAll { response.headers().firstValue(it).present }.collect { "$it: ${response.headers().firstValue(it).get()} " }.join('')
        "${response.statusCode()} $asked${response.statusCode() < 300 ? response.body() : response.body().replaceFirst(/.*"description":"(.*)".*/, '$1')}"
    }
}
