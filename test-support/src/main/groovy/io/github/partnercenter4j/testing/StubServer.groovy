package io.github.partnercenter4j.testing

import com.github.tomakehurst.wiremock.WireMockServer
import com.github.tomakehurst.wiremock.client.WireMock
import com.github.tomakehurst.wiremock.core.WireMockConfiguration
import com.github.tomakehurst.wiremock.verification.LoggedRequest

/** A server that says whatever it is told to, on a port the system chooses. It knows nothing of the document. */
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
