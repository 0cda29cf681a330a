package io.github.partnercenter4j.client.internal.body;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads an object into a record, and rejects a name that it has twice. Jackson's own deserializer for records serves every
 * kind of creator, with a buffer for each object, and cannot check names as it looks them up: together that was half of the
 * time of decoding. Values and the constructor are left to Jackson, and so is everything that is not an object.
 */
final class RecordDeserializer extends DelegatingDeserializer {
    private static final long serialVersionUID = 1L;

    /** Installs this class for the records of the model. An open enumeration is a record too, but its JSON is a text. */
    static final class Modifier extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription description, JsonDeserializer<?> deserializer) {
            return description.getType().isRecordType()
                            && deserializer instanceof BeanDeserializerBase bean
                            && bean.getValueInstantiator().canCreateFromObjectWith()
                    ? new RecordDeserializer(bean)
                    : deserializer;
        }
    }

    /** Represents a null that was sent. A name that has not come yet has no value. */
    private static final Object NULL = new Object();

    private final transient BeanDeserializerBase bean;
    private final transient Map<String, SettableBeanProperty> properties = new HashMap<>();

    private RecordDeserializer(BeanDeserializerBase bean) {
        super(bean);
        this.bean = bean;
        addProperties();
    }

    /** Jackson knows how to read the properties only now, because a schema may contain itself. */
    @Override
    public void resolve(DeserializationContext context) throws JsonMappingException {
        super.resolve(context);
        addProperties();
    }

    private void addProperties() {
        bean.creatorProperties().forEachRemaining(property -> properties.put(property.getName(), property));
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> deserializer) {
        return new RecordDeserializer((BeanDeserializerBase) deserializer);
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.isExpectedStartObjectToken()) {
            return super.deserialize(parser, context);
        }
        @Nullable Object[] values = new Object[properties.size()];
        Set<String> unknown = null;
        for (String name = nextName(parser); name != null; name = nextName(parser)) {
            SettableBeanProperty property = properties.get(name);
            parser.nextToken();
            if (property == null) {
                unknown = unknown == null ? new HashSet<>() : unknown;
                requireNew(parser, unknown.add(name));
                parser.skipChildren();
            } else {
                int index = property.getCreatorIndex();
                requireNew(parser, values[index] == null);
                Object value = value(parser, context, property);
                values[index] = value == null ? NULL : value;
            }
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] == NULL ? null : values[i];
        }
        return bean.getValueInstantiator().createFromObjectWith(context, values);
    }

    private @Nullable Object value(JsonParser parser, DeserializationContext context, SettableBeanProperty property)
            throws IOException {
        try {
            return property.deserialize(parser, context);
        } catch (IOException | RuntimeException e) {
            bean.wrapAndThrow(e, handledType(), property.getName(), context);
            throw e;
        }
    }

    private static void requireNew(JsonParser parser, boolean isNew) throws JsonParseException {
        if (!isNew) {
            throw new JsonParseException(parser, "Duplicate name");
        }
    }

    private static @Nullable String nextName(JsonParser parser) throws IOException {
        return parser instanceof UniqueNamesParser checking
                ? checking.nextNameUnchecked()
                : parser.nextToken() == JsonToken.FIELD_NAME ? parser.currentName() : null;
    }
}
