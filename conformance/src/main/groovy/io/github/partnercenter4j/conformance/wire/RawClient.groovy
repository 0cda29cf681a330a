package io.github.partnercenter4j.conformance.wire

import groovy.transform.CompileStatic

/** Sends requests exactly as given, and returns each with its response. */
@CompileStatic
class RawClient {
    private final Upstream upstream

    RawClient(String baseUrl) {
        upstream = new Upstream(baseUrl)
    }

    /** @param target path and query, encoded. Host and Connection are added */
    Exchange send(String method, String target, List<HttpHeader> headers = [], byte[] body = new byte[0]) throws IOException {
        HttpRequest request = new HttpRequest(method, target, headers, body)
        new Exchange(request, upstream.ask(request))
    }

    Exchange get(String target, Map<String, String> headers) throws IOException {
        send('GET', target, headers.collect { name, value -> new HttpHeader(name, value) })
    }
}
