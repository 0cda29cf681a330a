package io.github.partnercenter4j.sandbox

import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.net.http.HttpResponse.BodyHandlers

/** Sends requests with the HTTP client of the JDK, so that no client of this project judges the sandbox. */
class RawClient {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()

    static HttpResponse<byte[]> get(String uri, Map<String, String> headers) {
        send('GET', uri, headers)
    }

    static HttpResponse<byte[]> send(String method, String uri, Map<String, String> headers, String body = '') {
        def publisher = body ? HttpRequest.BodyPublishers.ofString(body) : HttpRequest.BodyPublishers.noBody()
        def request = HttpRequest.newBuilder(URI.create(uri)).method(method, publisher)
        headers.each { name, value -> request.header(name, value) }
        HTTP.send(request.build(), BodyHandlers.ofByteArray())
    }
}
