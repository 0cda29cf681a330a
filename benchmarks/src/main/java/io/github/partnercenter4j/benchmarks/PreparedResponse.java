package io.github.partnercenter4j.benchmarks;

import io.github.partnercenter4j.client.Format;
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatus;
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection;
import io.github.partnercenter4j.model.QuantityProvisioningStatus;
import io.github.partnercenter4j.model.ResourceAttributes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A response for an order with the given number of line items, as bytes and as the expected record.
 *
 * @param mark true if JSON begins with a byte order mark, as the service's does; most stock clients cannot read that
 */
record PreparedResponse(Format format, int items, boolean mark) {
    /** What selects a response in a request path, before the API version. */
    private static final Pattern PATH = Pattern.compile("/(json|xml)/(mark|plain)/([0-9]+)/v1/");

    private static final String HEAD = """
        HTTP/1.1 200 OK
        Content-Length: %d
        Content-Type: application/%s; charset=utf-8
        MS-CorrelationId: ec8f62e5-1d92-47e9-8d5d-1924af105123
        MS-RequestId: 655890ba-4d2b-4d09-a95f-4ea1348686a5
        MS-CV: bLl3eqKrFUeXyZ4D.0
        MS-ServerId: 202010223
        Date: Thu, 20 Apr 2017 19:13:26 GMT

        """;

    private static final String JSON = """
        {"totalCount":%d,"items":[%s],"attributes":{"objectType":"Collection"}}\
        """;

    private static final String JSON_ITEM = """
        {"orderLineItemId":%1$d,"lineItemNumber":%1$d,"status":"fulfilled",\
        "quantityProvisioningInformation":[{"quantity":1,"status":"fulfilled"}]}\
        """;

    private static final String XML = """
        <OrderLineItemProvisioningStatusCollection><totalCount>%d</totalCount><items>%s</items>\
        <attributes><objectType>Collection</objectType></attributes></OrderLineItemProvisioningStatusCollection>\
        """;

    private static final String XML_ITEM = """
        <OrderLineItemProvisioningStatus><orderLineItemId>%1$d</orderLineItemId>\
        <lineItemNumber>%1$d</lineItemNumber><status>fulfilled</status>\
        <quantityProvisioningInformation><QuantityProvisioningStatus><quantity>1</quantity>\
        <status>fulfilled</status></QuantityProvisioningStatus></quantityProvisioningInformation>\
        </OrderLineItemProvisioningStatus>\
        """;

    /** Returns the response that a request selects. */
    static PreparedResponse requested(String request) {
        Matcher path = PATH.matcher(request);
        if (!path.find()) {
            throw new IllegalArgumentException(
                    "No response prepared for " + request.lines().findFirst().orElse(""));
        }
        return new PreparedResponse(
                Format.valueOf(path.group(1).toUpperCase(Locale.ROOT)),
                Integer.parseInt(path.group(3)),
                path.group(2).equals("mark"));
    }

    /** Returns the path prefix before the API version with which a request selects this response. */
    String path() {
        return "/" + format.name().toLowerCase(Locale.ROOT) + (mark ? "/mark/" : "/plain/") + items;
    }

    /** Returns the response with its head. */
    byte[] toBytes() {
        byte[] body = body();
        String head = HEAD.formatted(body.length, format.name().toLowerCase(Locale.ROOT))
                .replace("\n", "\r\n");
        return ByteBuffer.allocate(head.length() + body.length)
                .put(head.getBytes(StandardCharsets.US_ASCII))
                .put(body)
                .array();
    }

    byte[] body() {
        String text = format == Format.JSON
                ? (mark ? "\uFEFF" : "") + JSON.formatted(items, each(JSON_ITEM::formatted, ","))
                : XML.formatted(items, each(XML_ITEM::formatted, ""));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    OrderLineItemProvisioningStatusCollection value() {
        return OrderLineItemProvisioningStatusCollection.builder()
                .totalCount(items)
                .items(IntStream.range(0, items)
                        .mapToObj(PreparedResponse::item)
                        .toList())
                .attributes(
                        ResourceAttributes.builder().objectType("Collection").build())
                .build();
    }

    private static OrderLineItemProvisioningStatus item(int number) {
        return OrderLineItemProvisioningStatus.builder()
                .orderLineItemId(number)
                .lineItemNumber(number)
                .status("fulfilled")
                .quantityProvisioningInformation(List.of(QuantityProvisioningStatus.builder()
                        .quantity(1)
                        .status("fulfilled")
                        .build()))
                .build();
    }

    private String each(IntFunction<String> item, String separator) {
        return IntStream.range(0, items).mapToObj(item).collect(Collectors.joining(separator));
    }
}
