package io.github.partnercenter4j.sandbox;

import io.github.partnercenter4j.sandbox.wire.HttpHead;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A request as it was on the wire, with assertions that can be chained. Neither their messages nor {@link #toString()}
 * contain the access token.
 *
 * @param method the HTTP method
 * @param target the path and the query, byte for byte
 * @param headers the headers in order, with names in the case in which they were sent
 * @param arrived when the request had arrived, on the sandbox's clock
 */
public record RecordedRequest(String method, String target, List<Map.Entry<String, String>> headers, Instant arrived) {

    static RecordedRequest of(HttpHead head, Instant arrived) {
        String[] words = head.startLine().split(" ", 3);
        return new RecordedRequest(words[0], words.length > 1 ? words[1] : "", head.headers(), arrived);
    }

    /**
     * Returns the values of a header.
     *
     * @param name the header's name, in any case
     * @return the values in order; empty if the request has no such header
     */
    public List<String> header(String name) {
        return headers.stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    /**
     * Asserts the method.
     *
     * @param expected the HTTP method
     * @return this request
     * @throws AssertionError if the method is another
     */
    public RecordedRequest hasMethod(String expected) {
        return check(method.equals(expected), "method " + expected);
    }

    /**
     * Asserts the path and the query.
     *
     * @param expected path and query, percent-encoded as they are on the wire
     * @return this request
     * @throws AssertionError if the target is another
     */
    public RecordedRequest hasTarget(String expected) {
        return check(target.equals(expected), "target " + expected);
    }

    /**
     * Asserts a header.
     *
     * @param name the header's name, in any case
     * @param expected its only value
     * @return this request
     * @throws AssertionError if the header is missing, repeated or has another value
     */
    public RecordedRequest hasHeader(String name, String expected) {
        boolean secret = name.equalsIgnoreCase("Authorization");
        return check(header(name).equals(List.of(expected)), name + ": " + (secret ? "(another value)" : expected));
    }

    /**
     * Asserts that the request has a header once.
     *
     * @param name the header's name, in any case
     * @return this request
     * @throws AssertionError if the header is missing or repeated
     */
    public RecordedRequest hasHeader(String name) {
        return check(header(name).size() == 1, "one header " + name);
    }

    /**
     * Asserts that the request does not have a header.
     *
     * @param name the header's name, in any case
     * @return this request
     * @throws AssertionError if the request has the header
     */
    public RecordedRequest hasNoHeader(String name) {
        return check(header(name).isEmpty(), "no header " + name);
    }

    private RecordedRequest check(boolean holds, String expected) {
        if (!holds) {
            throw new AssertionError("Expected " + expected + " of the request\n" + this);
        }
        return this;
    }

    /**
     * Returns the request as text, without the access token.
     *
     * @return a line for the method and the target, and one for each header
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(method).append(' ').append(target);
        for (Map.Entry<String, String> header : headers) {
            boolean secret = header.getKey().equalsIgnoreCase("Authorization");
            text.append('\n').append(header.getKey()).append(": ").append(secret ? "(hidden)" : header.getValue());
        }
        return text.toString();
    }
}
