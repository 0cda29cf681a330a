package io.github.partnercenter4j.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A status with a checked-in body, once as JSON and once as XML. */
enum LiteralAnswer {
    SAMPLE(200, "sample"),
    CUSTOMER_ID_NOT_VALID(400, "customer-id-not-valid"),
    UNAUTHORIZED(401, "unauthorized"),
    CUSTOMER_NOT_FOUND(404, "customer-not-found"),
    ORDER_NOT_FOUND(404, "order-not-found"),
    NOT_ROUTED(404, "not-routed"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed");

    private final int status;
    private final byte[] json;
    private final byte[] xml;

    LiteralAnswer(int status, String resource) {
        this.status = status;
        this.json = read(resource + ".json");
        this.xml = read(resource + ".xml");
    }

    int status() {
        return status;
    }

    byte[] body(String mediaType) {
        return mediaType.endsWith("json") ? json : xml;
    }

    private static byte[] read(String resource) {
        try (InputStream body = LiteralAnswer.class.getResourceAsStream(resource)) {
            return body.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
