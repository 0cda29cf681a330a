package io.github.partnercenter4j.client;

import java.util.Map;

/**
 * Sees each request before it is sent and can add headers, for instance for a gateway or to propagate a trace. It is called
 * for each request on the wire: each attempt of a call, the repeat with a refreshed token, and each further page. It does not
 * see requests to the authorization server. It is called by the thread of the call, by many threads at the same time, and
 * the time that it takes counts towards the timeout of the call. An exception that it throws ends the call, and the caller
 * gets it unchanged. Set it with {@link PartnerCenterBuilder#interceptor}.
 */
@FunctionalInterface
public interface RequestInterceptor {

    /** A request that is about to be sent. Its headers can be seen and added until {@link #intercept} returns. */
    interface Request {

        /**
         * Returns the HTTP method.
         *
         * @return the method, such as GET
         */
        String method();

        /**
         * Returns the path with the names of its parameters, and without their values and the query.
         *
         * @return the path in the OpenAPI document, such as /v1/customers/{customerId}/orders/{orderId}/provisioningstatus
         */
        String path();

        /**
         * Returns the headers that were set so far, with those of earlier interceptors. Authorization and
         * MS-ContinuationToken are omitted, because they contain or may contain a token.
         *
         * @return an unmodifiable map, whose keys are case-insensitive
         * @throws IllegalStateException if {@link #intercept} has returned
         */
        Map<String, String> headers();

        /**
         * Adds a header.
         *
         * @param name the name, a token of RFC 9110, section 5.6.2
         * @param value the value; visible ASCII characters with spaces between them
         * @throws IllegalArgumentException if the name or value cannot be sent, if the client or the connection sets this
         *     header, such as Authorization, Accept, MS-RequestId or Host, or if the request has it already; the message does
         *     not quote the value
         * @throws IllegalStateException if {@link #intercept} has returned
         */
        void addHeader(String name, String value);
    }

    /**
     * Sees a request, and can add headers.
     *
     * @param request the request
     */
    void intercept(Request request);
}
