package io.github.partnercenter4j.client.internal.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import com.fasterxml.jackson.dataformat.xml.deser.FromXmlParser;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.stream.XMLStreamException;

/** Decodes XML to the same records as JSON. Accepts the form of the OpenAPI document and of every .NET serializer. */
final class XmlDecoder {
    private final XmlMapper mapper = Mappers.xml();
    private final Shapes shapes = new Shapes(mapper.getTypeFactory());
    private final XmlSource source = new XmlSource();
    private final Map<Type, ObjectReader> readers = new ConcurrentHashMap<>();

    Object decode(BodyText text, Type type) throws UnreadableBodyException {
        ObjectReader reader = readers.computeIfAbsent(type, first -> mapper.readerFor(mapper.constructType(first)));
        try {
            XmlNormalizer document = XmlNormalizer.open(source.open(text), shapes.of(reader.getValueType()));
            try (FromXmlParser parser = mapper.getFactory().createParser(document)) {
                return reader.readValue(parser);
            }
        } catch (XMLStreamException e) {
            throw new UnreadableBodyException(
                    "it is not XML of the documented form: " + InvalidXmlException.describe(e));
        } catch (JsonProcessingException e) {
            throw new UnreadableBodyException("it is not XML of the documented form: " + describe(e));
        } catch (IOException e) {
            throw new UnreadableBodyException("it is not XML");
        }
    }

    /** Jackson wraps the exceptions of the parser. */
    private static String describe(JsonProcessingException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof XMLStreamException known) {
                return InvalidXmlException.describe(known);
            }
        }
        return JacksonProblem.describe(e);
    }
}
