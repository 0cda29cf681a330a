package io.github.partnercenter4j.client.internal.body;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rejects an object that has a name twice, and returns one String for texts that are equal. Jackson's own check keeps the
 * names of each object in new collections, which was most of the memory of decoding. This one keeps them only for objects
 * that become no record, such as the value of an unknown property: {@link RecordDeserializer} checks its own names.
 */
final class UniqueNamesParser extends JsonParserDelegate {
    /** The names of the open objects, by level of nesting. */
    private @Nullable Map<Integer, Set<String>> names;

    private @Nullable RecentTexts texts;

    UniqueNamesParser(JsonParser parser) {
        super(parser);
    }

    @Override
    public JsonToken nextToken() throws IOException {
        JsonToken token = delegate.nextToken();
        if (token == JsonToken.FIELD_NAME) {
            names = names == null ? new HashMap<>() : names;
            if (!names.computeIfAbsent(level(), level -> new HashSet<>()).add(currentName())) {
                throw new JsonParseException(this, "Duplicate name");
            }
        } else if (token == JsonToken.START_OBJECT && names != null) {
            names.remove(level());
        }
        return token;
    }

    private int level() {
        return getParsingContext().getNestingDepth();
    }

    /** Returns the next name of an object, or null at its end. The caller checks that the names differ. */
    @Nullable
    String nextNameUnchecked() throws IOException {
        return delegate.nextFieldName();
    }

    @Override
    public String nextFieldName() throws IOException {
        return nextToken() == JsonToken.FIELD_NAME ? currentName() : null;
    }

    @Override
    public JsonToken nextValue() throws IOException {
        JsonToken token = nextToken();
        return token == JsonToken.FIELD_NAME ? nextToken() : token;
    }

    /** Skips token by token, because the names of unknown objects are checked too. */
    @Override
    public JsonParser skipChildren() throws IOException {
        if (currentToken() == null || !currentToken().isStructStart()) {
            return this;
        }
        for (int open = 1; open > 0; ) {
            JsonToken token = nextToken();
            if (token == null) {
                return this;
            }
            open += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        }
        return this;
    }

    @Override
    public String getText() throws IOException {
        if (!hasToken(JsonToken.VALUE_STRING)) {
            return super.getText();
        }
        texts = texts == null ? new RecentTexts() : texts;
        return texts.of(getTextCharacters(), getTextOffset(), getTextLength());
    }
}
