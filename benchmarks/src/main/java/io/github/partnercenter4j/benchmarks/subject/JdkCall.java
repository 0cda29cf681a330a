package io.github.partnercenter4j.benchmarks.subject;

import io.github.partnercenter4j.client.Format;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The same call with {@code java.net.http}, which needs no library. Its timeout ends with the headers of the response. */
final class JdkCall implements StatusCall {
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final String baseUrl;
    private final String accept;
    private final HandWrittenDecoder decoder;

    JdkCall(String baseUrl, Format format) {
        this.baseUrl = baseUrl;
        this.accept = HandWrittenDecoder.accept(format);
        this.decoder = HandWrittenDecoder.of(format);
    }

    @Override
    public Object get() throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(HandWrittenCall.url(baseUrl))).timeout(Duration.ofSeconds(60));
        StatusCall.headers(accept).forEach(request::setHeader);
        HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException("The service returned the status " + response.statusCode());
        }
        return decoder.decode(response.body());
    }

    @Override
    public void close() {
        // It has no method to close it before JDK 21.
    }
}
