package io.github.partnercenter4j.sandbox.internal.service;

import io.github.partnercenter4j.sandbox.Deviation;
import io.github.partnercenter4j.sandbox.internal.body.BodyWriter;
import io.github.partnercenter4j.sandbox.internal.body.DotnetXmlWriter;
import io.github.partnercenter4j.sandbox.internal.body.JsonWriter;
import io.github.partnercenter4j.sandbox.internal.body.XmlWriter;
import io.github.partnercenter4j.sandbox.spec.SpecModel;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Renders a response as bytes, with the deviations of the fidelity. */
public final class Renderer {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Set<Deviation> deviations;
    private final JsonWriter json;
    private final XmlWriter xml;
    private final DotnetXmlWriter dotnetXml;

    public Renderer(SpecModel spec, Set<Deviation> deviations) {
        this.deviations = deviations;
        json = new JsonWriter(spec);
        xml = new XmlWriter(spec);
        dotnetXml = new DotnetXmlWriter(spec);
    }

    RenderedBody render(ServiceResponse response, String mediaType) {
        if (response.schema() == ServiceResponse.NO_BODY) {
            return new RenderedBody("", new byte[0]);
        }
        String contentType = mediaType + "; charset=utf-8";
        boolean isJson = mediaType.endsWith("json");
        if (response.schema() == WebApiError.SCHEMA) {
            return new RenderedBody(contentType, (isJson ? json : xml).write(response.schema(), response.tree()));
        }
        if (response.status() == 429 && has(Deviation.GATEWAY_THROTTLING)) {
            return gatewayThrottling(response);
        }
        Object tree = tree(response, isJson);
        if (isJson) {
            byte[] body = json.write(response.schema(), tree);
            boolean marked = has(Deviation.BYTE_ORDER_MARK) && response.status() < 300;
            return new RenderedBody(contentType, marked ? marked(body) : body);
        }
        BodyWriter writer = has(Deviation.DOTNET_XML) ? dotnetXml : xml;
        return new RenderedBody(contentType, writer.write(response.schema(), tree));
    }

    private boolean has(Deviation deviation) {
        return deviations.contains(deviation);
    }

    private static RenderedBody gatewayThrottling(ServiceResponse response) {
        String body = "{\"statusCode\": 429, \"message\": \"Rate limit is exceeded. Try again in %s seconds.\"}"
                .formatted(response.headers().get("Retry-After"));
        return new RenderedBody("application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private Object tree(ServiceResponse response, boolean isJson) {
        if (!(response.tree() instanceof Map<?, ?> root)) {
            return response.tree();
        }
        Map<Object, Object> tree = new LinkedHashMap<>(root);
        if (has(Deviation.NUMERIC_FAULT_CODE) && isJson && response.status() >= 400) {
            tree.computeIfPresent(
                    "code",
                    (key, code) ->
                            code.toString().matches("0|[1-9][0-9]{0,8}") ? Integer.valueOf(code.toString()) : code);
        }
        if (has(Deviation.CAPITALIZED_STATUS) && tree.get("items") instanceof List<?> items) {
            tree.put("items", capitalized(items));
        }
        return tree;
    }

    private static List<Object> capitalized(List<?> items) {
        List<Object> capitalized = new ArrayList<>();
        for (Object item : items) {
            if (item instanceof Map<?, ?> line && line.get("status") instanceof String status && !status.isEmpty()) {
                Map<Object, Object> copy = new LinkedHashMap<>(line);
                copy.put("status", status.substring(0, 1).toUpperCase(Locale.ROOT) + status.substring(1));
                capitalized.add(copy);
            } else {
                capitalized.add(item);
            }
        }
        return capitalized;
    }

    private static byte[] marked(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(BYTE_ORDER_MARK);
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }
}
