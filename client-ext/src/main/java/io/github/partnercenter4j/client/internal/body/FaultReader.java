package io.github.partnercenter4j.client.internal.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of an error response: Partner Center's fault, the gateway's statusCode and message, or Web API's Message.
 * It never throws. A body that cannot be read has no properties.
 */
public final class FaultReader {
    private final JsonMapper json;
    private final XmlFault xml = new XmlFault();

    public FaultReader(JsonMapper json) {
        this.json = json;
    }

    /**
     * Reads a body.
     *
     * @param type the media type of the response, or null if it has none
     * @param redact removes the tokens of the call from a text
     */
    public FaultBody read(byte[] body, @Nullable MediaType type, UnaryOperator<String> redact) {
        if (type == null) {
            return FaultBody.UNREADABLE;
        }
        try {
            if (type.isJson()) {
                JsonNode root =
                        json.readTree(BodyText.json(body, type.charset()).string());
                return fault(root, redact);
            }
            if (type.isXml()) {
                JsonNode root = xml.read(BodyText.xml(body, type.charset()));
                return fault(root, redact);
            }
        } catch (JsonProcessingException | XMLStreamException | UnreadableBodyException e) {
            // The exception shows the status and an excerpt of the body instead.
        }
        return FaultBody.UNREADABLE;
    }

    private static FaultBody fault(JsonNode root, UnaryOperator<String> redact) {
        JsonNode code = root.path("code");
        String description = Stream.of("description", "message", "Message")
                .map(name -> text(root.path(name)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new FaultBody(
                redacted(code.isIntegralNumber() ? code.asText() : text(code), redact),
                redacted(description, redact),
                texts(root.path("data")).stream().map(redact).toList(),
                redacted(text(root.path("source")), redact));
    }

    private static @Nullable String redacted(@Nullable String text, UnaryOperator<String> redact) {
        return text == null ? null : redact.apply(text);
    }

    private static @Nullable String text(JsonNode node) {
        return node instanceof TextNode && !node.textValue().isEmpty() ? node.textValue() : null;
    }

    /** Empty unless all items are texts, as documented. */
    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : node.isArray() ? node : List.<JsonNode>of()) {
            if (!item.isTextual()) {
                return List.of();
            }
            texts.add(item.textValue());
        }
        return texts;
    }
}
