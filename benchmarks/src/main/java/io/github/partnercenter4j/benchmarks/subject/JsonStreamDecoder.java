package io.github.partnercenter4j.benchmarks.subject;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatus;
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection;
import io.github.partnercenter4j.model.QuantityProvisioningStatus;
import io.github.partnercenter4j.model.ResourceAttributes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Decodes JSON with Jackson's streaming parser, without checks. */
final class JsonStreamDecoder {
    private interface Item<T> {
        T read(JsonParser parser) throws IOException;
    }

    private final JsonFactory factory = new JsonFactory();

    OrderLineItemProvisioningStatusCollection decode(byte[] body) throws IOException {
        try (JsonParser parser = factory.createParser(body)) {
            parser.nextToken();
            OrderLineItemProvisioningStatusCollection.Builder collection =
                    OrderLineItemProvisioningStatusCollection.builder();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "totalCount" -> collection.totalCount(parser.getIntValue());
                    case "items" -> collection.items(list(parser, JsonStreamDecoder::item));
                    case "attributes" -> collection.attributes(attributes(parser));
                    default -> parser.skipChildren();
                }
            }
            return collection.build();
        }
    }

    private static OrderLineItemProvisioningStatus item(JsonParser parser) throws IOException {
        OrderLineItemProvisioningStatus.Builder item = OrderLineItemProvisioningStatus.builder();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "orderLineItemId" -> item.orderLineItemId(parser.getIntValue());
                case "lineItemNumber" -> item.lineItemNumber(parser.getIntValue());
                case "status" -> item.status(parser.getText());
                case "quantityProvisioningInformation" ->
                    item.quantityProvisioningInformation(list(parser, JsonStreamDecoder::quantity));
                default -> parser.skipChildren();
            }
        }
        return item.build();
    }

    private static QuantityProvisioningStatus quantity(JsonParser parser) throws IOException {
        QuantityProvisioningStatus.Builder quantity = QuantityProvisioningStatus.builder();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "quantity" -> quantity.quantity(parser.getIntValue());
                case "status" -> quantity.status(parser.getText());
                default -> parser.skipChildren();
            }
        }
        return quantity.build();
    }

    private static ResourceAttributes attributes(JsonParser parser) throws IOException {
        ResourceAttributes.Builder attributes = ResourceAttributes.builder();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "etag" -> attributes.etag(parser.getText());
                case "objectType" -> attributes.objectType(parser.getText());
                default -> parser.skipChildren();
            }
        }
        return attributes.build();
    }

    private static <T> List<T> list(JsonParser parser, Item<T> item) throws IOException {
        List<T> list = new ArrayList<>();
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            list.add(item.read(parser));
        }
        return list;
    }
}
