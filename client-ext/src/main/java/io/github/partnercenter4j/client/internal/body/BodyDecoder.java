package io.github.partnercenter4j.client.internal.body;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Decodes a body as its Content-Type says. The content itself is never used to guess the format. */
public final class BodyDecoder {
    private final JsonDecoder json;
    private volatile @Nullable XmlDecoder xml;

    public BodyDecoder(JsonMapper json) {
        this.json = new JsonDecoder(json);
    }

    public Object decode(byte[] body, @Nullable MediaType mediaType, Type type) throws UnreadableBodyException {
        if (mediaType == null) {
            throw new UnreadableBodyException("its Content-Type is missing or invalid");
        }
        if (!mediaType.isJson() && !mediaType.isXml()) {
            throw new UnreadableBodyException(
                    "its Content-Type is " + mediaType.type() + ", but only JSON and XML are supported");
        }
        if (body.length == 0) {
            throw new UnreadableBodyException("it has no body");
        }
        return mediaType.isJson()
                ? json.decode(BodyText.json(body, mediaType.charset()).utf8(), type)
                : xml().decode(BodyText.xml(body, mediaType.charset()), type);
    }

    /** Created on first use, because most programs never receive XML. */
    private XmlDecoder xml() {
        XmlDecoder decoder = xml;
        if (decoder == null) {
            decoder = new XmlDecoder();
            xml = decoder;
        }
        return decoder;
    }
}
