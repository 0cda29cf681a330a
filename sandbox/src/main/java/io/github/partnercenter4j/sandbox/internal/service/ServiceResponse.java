package io.github.partnercenter4j.sandbox.internal.service;

import io.github.partnercenter4j.sandbox.spec.Schema;
import java.util.LinkedHashMap;
import java.util.Map;

/** A response of the service, before its media type is chosen. */
public record ServiceResponse(int status, Schema schema, Object tree, Map<String, String> headers) {

    /** The schema of a response without a body. */
    static final Schema NO_BODY = new Schema.Ref("", "");

    static ServiceResponse withoutBody(int status) {
        return new ServiceResponse(status, NO_BODY, Map.of());
    }

    public ServiceResponse(int status, Schema schema, Object tree) {
        this(status, schema, tree, Map.of());
    }

    ServiceResponse withHeader(String name, String value) {
        return withHeaders(Map.of(name, value));
    }

    ServiceResponse withHeaders(Map<String, String> others) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.putAll(others);
        return new ServiceResponse(status, schema, tree, more);
    }

    ServiceResponse withTree(Object other) {
        return new ServiceResponse(status, schema, other, headers);
    }
}
