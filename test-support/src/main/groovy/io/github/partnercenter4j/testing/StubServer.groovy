package io.github.partnercenter4j.testing

import com.github.tomakehurst.wiremock.WireMockServer
import com.github.tomakehurst.wiremock.client.WireMock
import com.github.tomakehurst.wiremock.core.WireMockConfiguration
import com.github.tomakehurst.wiremock.verification.LoggedRequest

/** A loopback server on a free port that sends the response it was given. It does not read the spec. */
class StubServer implements Closeable {
    private final WireMockServer wireMock = new WireMockServer(WireMockConfiguration.options()
            .dynamicPort().bindAddress('127.0.0.1').gzipDisabled(true).stubCorsEnabled(false))

    StubServer() {
        wireMock.start()
    }

    String getBaseUrl() {
        "http://127.0.0.1:${wireMock.port()}"
    }

    void respond(int status, String contentType, byte[] body, Map<String, String> headers = [:]) {
        wireMock.resetAll()
        def response = WireMock.aResponse().withStatus(status).withBody(body)
        if (contentType != null) {
            response.withHeader('Content-Type', contentType)
        }
        headers.each { name, value -> response.withHeader(name, value) }
        wireMock.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(response))
    }

    List<LoggedRequest> getRequests() {
        wireMock.findAll(WireMock.anyRequestedFor(WireMock.anyUrl()))
    }

    @Override
    void close() {
        wireMock.stop()
    }
}
