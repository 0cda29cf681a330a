package io.github.partnercenter4j.sandbox;

import io.github.partnercenter4j.sandbox.wire.HttpHead;
import java.util.List;
import java.util.Map;

/**
 * A request as it came over the wire, with assertions that read as one chain. Neither they nor {@link #toString()} show
 * the access token.
 *
 * @param method the HTTP method
 * @param target the path and the query, byte for byte
 * @param headers the headers in their order, names as they were sent
 */
public record RecordedRequest(String method, String target, List<Map.Entry<String, String>> headers) {

    static RecordedRequest of(HttpHead head) {
        String[] words = head.startLine().split(" ", 3);
        return new RecordedRequest(words[0], words.length > 1 ? words[1] : "", head.headers());
    }

    /**
     * The values of a header.
     *
     * @param name the header's name, in any case
     * @return the values in their order, none if the request had no such header
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
     * @throws AssertionError if it is another
     */
    public RecordedRequest hasMethod(String expected) {
        return check(method.equals(expected), "method " + expected);
    }

    /**
     * Asserts the path and the query.
     *
     * @param expected both, percent-encoded as they are on the wire
     * @return this request
     * @throws AssertionError if they are others
     */
    public RecordedRequest hasTarget(String expected) {
        return check(target.equals(expected), "target " + expected);
    }

    /**
     * Asserts a header.
     *
     * @param name the header's name, in any case
     * @param expected its one value
     * @return this request
     * @throws AssertionError if it is missing, given twice or another
     */
    public RecordedRequest hasHeader(String name, String expected) {
        boolean secret = name.equalsIgnoreCase("Authorization");
        return check(header(name).equals(List.of(expected)), name + ": " + (secret ? "(another one)" : expected));
    }

    /**
     * Asserts that a header is there, once.
     *
     * @param name the header's name, in any case
     * @return this request
     * @throws AssertionError if it is missing or given twice
     */
    public RecordedRequest hasHeader(String name) {
        return check(header(name).size() == 1, "one header " + name);
    }

    /**
     * Asserts that a header is not there.
     *
     * @param name the header's name, in any case
     * @return this request
     * @throws AssertionError if it is there
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
     * The request as text, without the access token.
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
