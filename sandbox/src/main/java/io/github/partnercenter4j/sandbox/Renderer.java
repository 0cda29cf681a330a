package io.github.partnercenter4j.sandbox;

import io.github.partnercenter4j.sandbox.spec.SpecModel;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Turns an answer into bytes, with the departures of the fidelity. */
final class Renderer {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Set<Departure> departures;
    private final JsonWriter json;
    private final XmlWriter xml;
    private final DotnetXmlWriter dotnetXml;

    Renderer(SpecModel spec, Fidelity fidelity) {
        departures = fidelity.departures();
        json = new JsonWriter(spec);
        xml = new XmlWriter(spec);
        dotnetXml = new DotnetXmlWriter(spec);
    }

    Rendered render(Answer answer, String mediaType) {
        String contentType = mediaType + "; charset=utf-8";
        boolean isJson = mediaType.endsWith("json");
        if (answer.schema() == WebApiError.SCHEMA) {
            return new Rendered(contentType, (isJson ? json : xml).write(answer.schema(), answer.tree()));
        }
        if (answer.status() == 429 && departs(Departure.GATEWAY_THROTTLING)) {
            return gatewayThrottling(answer);
        }
        Object tree = tree(answer, isJson);
        if (isJson) {
            byte[] body = json.write(answer.schema(), tree);
            boolean marked = departs(Departure.BYTE_ORDER_MARK) && answer.status() < 300;
            return new Rendered(contentType, marked ? marked(body) : body);
        }
        BodyWriter writer = departs(Departure.DOTNET_XML) ? dotnetXml : xml;
        return new Rendered(contentType, writer.write(answer.schema(), tree));
    }

    private boolean departs(Departure departure) {
        return departures.contains(departure);
    }

    private static Rendered gatewayThrottling(Answer answer) {
        String body = "{\"statusCode\": 429, \"message\": \"Rate limit is exceeded. Try again in %s seconds.\"}"
                .formatted(answer.headers().get("Retry-After"));
        return new Rendered("application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private Object tree(Answer answer, boolean isJson) {
        if (!(answer.tree() instanceof Map<?, ?> root)) {
            return answer.tree();
        }
        Map<Object, Object> tree = new LinkedHashMap<>(root);
        if (departs(Departure.NUMERIC_FAULT_CODE) && isJson && answer.status() >= 400) {
            tree.computeIfPresent(
                    "code",
                    (key, code) ->
                            code.toString().matches("0|[1-9][0-9]{0,8}") ? Integer.valueOf(code.toString()) : code);
        }
        if (departs(Departure.CAPITALISED_STATUS) && tree.get("items") instanceof List<?> items) {
            tree.put("items", capitalised(items));
        }
        return tree;
    }

    private static List<Object> capitalised(List<?> items) {
        List<Object> capitalised = new ArrayList<>();
        for (Object item : items) {
            if (item instanceof Map<?, ?> line && line.get("status") instanceof String status && !status.isEmpty()) {
                Map<Object, Object> copy = new LinkedHashMap<>(line);
                copy.put("status", status.substring(0, 1).toUpperCase(Locale.ROOT) + status.substring(1));
                capitalised.add(copy);
            } else {
                capitalised.add(item);
            }
        }
        return capitalised;
    }

    private static byte[] marked(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(BYTE_ORDER_MARK);
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }
}
