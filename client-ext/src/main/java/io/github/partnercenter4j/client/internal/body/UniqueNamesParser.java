package io.github.partnercenter4j.client.internal.body;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rejects an object that has a name twice, and returns one String for texts that are equal. Jackson's own check keeps the
 * names of each object in new collections, which was most of the memory of decoding. This one keeps them once for each
 * level of nesting.
 */
final class UniqueNamesParser extends JsonParserDelegate {
    /** The names of the object that is open on one level. */
    private static final class Names {
        /** Comparing this many names is faster than hashing them. */
        private static final int MAX_LIST = 16;

        private final List<String> list = new ArrayList<>();
        private final Set<String> set = new HashSet<>();

        private void clear() {
            list.clear();
            if (!set.isEmpty()) {
                set.clear();
            }
        }

        private boolean add(String name) {
            if (list.contains(name) || set.contains(name)) {
                return false;
            }
            return list.size() < MAX_LIST ? list.add(name) : set.add(name);
        }
    }

    /** By level of nesting. */
    private final List<Names> levels = new ArrayList<>();

    private final RecentTexts texts = new RecentTexts();
    private int depth;

    UniqueNamesParser(JsonParser parser) {
        super(parser);
    }

    @Override
    public JsonToken nextToken() throws IOException {
        JsonToken token = super.nextToken();
        if (token == JsonToken.FIELD_NAME) {
            String name = currentName();
            if (!levels.get(depth - 1).add(name)) {
                throw new JsonParseException(this, "Duplicate name");
            }
        } else if (token == JsonToken.START_OBJECT) {
            open();
        } else if (token == JsonToken.END_OBJECT) {
            depth--;
        }
        return token;
    }

    private void open() {
        if (depth == levels.size()) {
            levels.add(new Names());
        }
        levels.get(depth).clear();
        depth++;
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
        return hasToken(JsonToken.VALUE_STRING)
                ? texts.of(getTextCharacters(), getTextOffset(), getTextLength())
                : super.getText();
    }
}
