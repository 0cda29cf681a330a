package io.github.partnercenter4j.benchmarks.subject;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/** Requests the provisioning status of one order over persistent connections. Thread-safe, except for the floor. */
public interface StatusCall extends AutoCloseable {
    String CUSTOMER_ID = "4d3cf487-70f4-4e1e-9ff1-b2bfce8d9f04";
    String ORDER_ID = "YxH1q4KScfvfkJQjgRI8QY1DznnUWZTH1";

    /** As long as a real token. */
    String TOKEN = "t".repeat(1500);

    /** Returns the decoded response, in the classes of the subject. */
    Object get() throws Exception;

    @Override
    void close() throws IOException;

    /** Returns the headers of a request, with new ids. */
    static Map<String, String> headers(String accept) {
        return Map.of(
                "Authorization",
                "Bearer " + TOKEN,
                "Accept",
                accept,
                "MS-RequestId",
                UUID.randomUUID().toString(),
                "MS-CorrelationId",
                UUID.randomUUID().toString(),
                "X-Locale",
                "en-US",
                "MS-Contract-Version",
                "v1");
    }

    /** Converts what a subject returned to the record of this project, to check it. */
    static OrderLineItemProvisioningStatusCollection toRecord(Object value) {
        return value instanceof OrderLineItemProvisioningStatusCollection record
                ? record
                : JsonMapper.builder()
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .build()
                        .convertValue(value, OrderLineItemProvisioningStatusCollection.class);
    }
}
