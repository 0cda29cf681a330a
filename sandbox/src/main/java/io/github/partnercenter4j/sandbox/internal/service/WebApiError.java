package io.github.partnercenter4j.sandbox.internal.service;

import io.github.partnercenter4j.sandbox.spec.Schema;
import io.github.partnercenter4j.sandbox.spec.Schema.Bounds;
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema;
import io.github.partnercenter4j.sandbox.spec.Schema.Property;
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar;
import java.util.List;
import java.util.Map;

/** The errors of ASP.NET Web API for a request without an operation. The spec does not describe them. */
public final class WebApiError {

    public static final Schema SCHEMA = new ObjectSchema(
            "Error",
            "Error",
            null,
            List.of(new Property(
                    "Message",
                    "Message",
                    true,
                    false,
                    new Scalar(Scalar.Type.STRING, null, Bounds.NONE, List.of(), ""),
                    "")),
            true,
            "");

    static final ServiceResponse NOT_ROUTED = error(404, "No HTTP resource was found that matches the request URI.");
    static final ServiceResponse METHOD_NOT_ALLOWED =
            error(405, "The requested resource does not support this HTTP method.");

    private WebApiError() {}

    /** Returns an error for a status that the document says nothing of. */
    static ServiceResponse undocumented(int status) {
        return error(status, "The OpenAPI document has no response for status " + status + ".");
    }

    private static ServiceResponse error(int status, String message) {
        return new ServiceResponse(status, SCHEMA, Map.of("Message", message));
    }
}
