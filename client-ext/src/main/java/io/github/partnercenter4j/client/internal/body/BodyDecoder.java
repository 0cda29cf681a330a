package io.github.partnercenter4j.client.internal.body;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Reads a body by the Content-Type of the answer, never by a guess at what it looks like. */
public final class BodyDecoder {
    private final JsonDecoder json;
    private volatile @Nullable XmlDecoder xml;

    public BodyDecoder(JsonMapper json) {
        this.json = new JsonDecoder(json);
    }

    public Object decode(byte[] body, @Nullable MediaType mediaType, Type type) throws UnreadableBodyException {
        if (mediaType == null) {
            throw new UnreadableBodyException("it names no media type, or two that differ, in Content-Type");
        }
        if (!mediaType.isJson() && !mediaType.isXml()) {
            throw new UnreadableBodyException(
                    "its Content-Type is " + mediaType.type() + ", and only JSON and XML are understood");
        }
        if (body.length == 0) {
            throw new UnreadableBodyException("it has no body");
        }
        return mediaType.isJson()
                ? json.decode(BodyText.json(body, mediaType.charset()).utf8(), type)
                : xml().decode(BodyText.xml(body, mediaType.charset()).string(), type);
    }

    /** Built on first use: most programs never ask for XML. */
    private XmlDecoder xml() {
        XmlDecoder decoder = xml;
        if (decoder == null) {
            decoder = new XmlDecoder();
            xml = decoder;
        }
        return decoder;
    }
}
