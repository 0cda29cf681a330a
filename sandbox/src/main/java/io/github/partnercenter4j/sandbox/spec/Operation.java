package io.github.partnercenter4j.sandbox.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the service.
 *
 * @param id the {@code operationId}
 * @param method the HTTP method, in upper case
 * @param path the path below the base path, with parameters in braces
 * @param secured true if a request needs an access token
 * @param parameters the parameters of a request
 * @param body the body of a request, or null
 * @param responses the responses that have a status, in the order of the document
 * @param defaultResponse the response for every other status ({@code default}), or null; its status is 0
 * @param pointer the place of the operation, a JSON pointer
 */
public record Operation(
        String id,
        String method,
        String path,
        boolean secured,
        List<Parameter> parameters,
        @Nullable RequestBody body,
        List<Response> responses,
        @Nullable Response defaultResponse,
        String pointer) {

    /**
     * Returns the response for a status.
     *
     * @param status the HTTP status
     * @return the response
     * @throws IllegalArgumentException if the operation has no response for this status
     */
    public Response response(int status) {
        return responses.stream()
                .filter(response -> response.status() == status)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id + " has no response " + status));
    }

    /**
     * Returns the response for a status, which may be the one for every other status.
     *
     * @param status the HTTP status
     * @return the response; empty if the document has neither
     */
    public Optional<Response> responseOrDefault(int status) {
        return responses.stream()
                .filter(response -> response.status() == status)
                .findFirst()
                .or(() -> Optional.ofNullable(defaultResponse));
    }

    /**
     * A parameter of a request.
     *
     * @param name its name
     * @param in {@code path}, {@code query}, {@code header} or {@code cookie}
     * @param required true if every request must have it
     * @param schema the schema of its value
     * @param explode true if a list has one parameter for each item; false if commas are between its items
     * @param example the example of the document as text, or null
     * @param pointer the place of the parameter, a JSON pointer
     */
    public record Parameter(
            String name,
            String in,
            boolean required,
            Schema schema,
            boolean explode,
            @Nullable String example,
            String pointer) {

        /**
         * Creates a parameter whose lists are written in the usual way: with one parameter for each item in the query, and with
         * commas elsewhere.
         *
         * @param name its name
         * @param in {@code path}, {@code query}, {@code header} or {@code cookie}
         * @param required true if every request must have it
         * @param schema the schema of its value
         * @param example the example of the document as text, or null
         * @param pointer the place of the parameter, a JSON pointer
         */
        public Parameter(
                String name, String in, boolean required, Schema schema, @Nullable String example, String pointer) {
            this(name, in, required, schema, in.equals("query"), example, pointer);
        }
    }

    /**
     * The body of a request.
     *
     * @param required true if every request must have it
     * @param contents its forms by media type, in the order of the document
     * @param pointer the place of the body, a JSON pointer
     */
    public record RequestBody(boolean required, Map<String, Content> contents, String pointer) {}

    /**
     * A response.
     *
     * @param status the HTTP status; 0 for every status without a response of its own
     * @param headers its headers, without Content-Type
     * @param contents its bodies by media type, in the order of the document
     * @param pointer the place of the response, a JSON pointer
     */
    public record Response(int status, List<Header> headers, Map<String, Content> contents, String pointer) {}

    /**
     * A header of a response.
     *
     * @param name its name
     * @param required true if every such response has it
     * @param schema the schema of its value
     * @param example the example of the document, or null
     * @param pointer the place of the header, a JSON pointer
     */
    public record Header(
            String name,
            boolean required,
            Schema schema,
            @Nullable String example,
            String pointer) {}

    /**
     * A body in one media type.
     *
     * @param schema the schema of the body
     * @param examples the examples by name
     * @param pointer the place of the body, a JSON pointer
     */
    public record Content(Schema schema, Map<String, Example> examples, String pointer) {}

    /**
     * An example of a body.
     *
     * @param value maps, lists, strings, numbers and booleans; for XML, the document as a string
     * @param pointer the place of the example, a JSON pointer
     */
    public record Example(@Nullable Object value, String pointer) {}
}
