package io.github.partnercenter4j.conformance.wire

import groovy.transform.CompileStatic

/** Sends a request byte for byte and keeps what was sent and what came. */
@CompileStatic
class RawClient {
    private final Upstream upstream

    RawClient(String baseUrl) {
        upstream = new Upstream(baseUrl)
    }

    /** The target is the whole path with its query, encoded. Host and Connection are added. */
    Exchange send(String method, String target, List<HttpHeader> headers = []) throws IOException {
        HttpRequest request = new HttpRequest(method, target, headers)
        new Exchange(request, upstream.ask(request))
    }

    Exchange get(String target, Map<String, String> headers) throws IOException {
        send('GET', target, headers.collect { name, value -> new HttpHeader(name, value) })
    }
}
