package io.github.partnercenter4j.benchmarks.subject;

import com.ctc.wstx.stax.WstxInputFactory;
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatus;
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection;
import io.github.partnercenter4j.model.QuantityProvisioningStatus;
import io.github.partnercenter4j.model.ResourceAttributes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Decodes XML of the documented form with the StAX parser that the client uses too. Loads nothing from outside. */
final class StaxDecoder {
    private interface Item<T> {
        T read(XMLStreamReader reader) throws XMLStreamException;
    }

    private final XMLInputFactory factory = new WstxInputFactory();

    StaxDecoder() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    OrderLineItemProvisioningStatusCollection decode(byte[] body) throws IOException {
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(body));
            try {
                reader.nextTag();
                return collection(reader);
            } finally {
                // Returns its buffers for the next document.
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new IOException("The response is not XML", e);
        }
    }

    private static OrderLineItemProvisioningStatusCollection collection(XMLStreamReader reader)
            throws XMLStreamException {
        OrderLineItemProvisioningStatusCollection.Builder collection =
                OrderLineItemProvisioningStatusCollection.builder();
        while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
            switch (reader.getLocalName()) {
                case "totalCount" -> collection.totalCount(number(reader));
                case "items" -> collection.items(list(reader, StaxDecoder::item));
                case "attributes" -> collection.attributes(attributes(reader));
                default -> skip(reader);
            }
        }
        return collection.build();
    }

    private static OrderLineItemProvisioningStatus item(XMLStreamReader reader) throws XMLStreamException {
        OrderLineItemProvisioningStatus.Builder item = OrderLineItemProvisioningStatus.builder();
        while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
            switch (reader.getLocalName()) {
                case "orderLineItemId" -> item.orderLineItemId(number(reader));
                case "lineItemNumber" -> item.lineItemNumber(number(reader));
                case "status" -> item.status(reader.getElementText());
                case "quantityProvisioningInformation" ->
                    item.quantityProvisioningInformation(list(reader, StaxDecoder::quantity));
                default -> skip(reader);
            }
        }
        return item.build();
    }

    private static QuantityProvisioningStatus quantity(XMLStreamReader reader) throws XMLStreamException {
        QuantityProvisioningStatus.Builder quantity = QuantityProvisioningStatus.builder();
        while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
            switch (reader.getLocalName()) {
                case "quantity" -> quantity.quantity(number(reader));
                case "status" -> quantity.status(reader.getElementText());
                default -> skip(reader);
            }
        }
        return quantity.build();
    }

    private static ResourceAttributes attributes(XMLStreamReader reader) throws XMLStreamException {
        ResourceAttributes.Builder attributes = ResourceAttributes.builder();
        while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
            switch (reader.getLocalName()) {
                case "etag" -> attributes.etag(reader.getElementText());
                case "objectType" -> attributes.objectType(reader.getElementText());
                default -> skip(reader);
            }
        }
        return attributes.build();
    }

    private static <T> List<T> list(XMLStreamReader reader, Item<T> item) throws XMLStreamException {
        List<T> list = new ArrayList<>();
        while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
            list.add(item.read(reader));
        }
        return list;
    }

    private static int number(XMLStreamReader reader) throws XMLStreamException {
        return Integer.parseInt(reader.getElementText());
    }

    private static void skip(XMLStreamReader reader) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = reader.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }
}
