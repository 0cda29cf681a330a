package io.github.partnercenter4j.benchmarks.subject;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.partnercenter4j.client.Format;
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection;
import java.io.IOException;

/** Decodes a body as a careful engineer would write it for this one operation: JSON with Jackson, XML with StAX. */
@FunctionalInterface
public interface HandWrittenDecoder {
    OrderLineItemProvisioningStatusCollection decode(byte[] body) throws IOException;

    static HandWrittenDecoder of(Format format) {
        if (format == Format.XML) {
            StaxDecoder stax = new StaxDecoder();
            return stax::decode;
        }
        ObjectReader reader = JsonMapper.builder()
                .build()
                .readerFor(OrderLineItemProvisioningStatusCollection.class)
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        return reader::readValue;
    }

    /** Decodes with streaming parsers only. */
    static HandWrittenDecoder streaming(Format format) {
        if (format == Format.XML) {
            return of(format);
        }
        JsonStreamDecoder json = new JsonStreamDecoder();
        return json::decode;
    }

    static String accept(Format format) {
        return format == Format.JSON ? "application/json" : "application/xml";
    }
}
