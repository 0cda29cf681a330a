package io.github.partnercenter4j.sandbox.internal.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import io.swagger.v3.parser.util.DeserializationUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;

/** Reads a document in YAML or JSON. A key that is given twice is an error, and so is a second document in the text. */
public final class DocumentText {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final YAMLMapper YAML = YAMLMapper.builder(
                    YAMLFactory.builder().loaderOptions(options()).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private DocumentText() {}

    /**
     * Returns the document as a tree, with what its anchors stand for.
     *
     * @throws IllegalArgumentException if it cannot be read. The message is one line, and says where and why.
     */
    public static JsonNode tree(String document) {
        String text = document.startsWith("\uFEFF") ? document.substring(1) : document;
        try {
            // Some JSON is no YAML, for example with the escape \/, and some YAML begins like JSON.
            return text.stripLeading().startsWith("{") ? json(text) : yaml(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage().replaceAll("\\s+", " "), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a document that every reader of YAML reads as this tree: the text itself if that is one, else another text. */
    public static String plain(String document, JsonNode tree) {
        try {
            return YAML.readTree(document).equals(tree) ? document : written(tree);
        } catch (JsonProcessingException e) {
            return written(tree);
        }
    }

    private static String written(JsonNode tree) {
        try {
            return YAML.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String text) throws IOException {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            try {
                return yaml(text);
            } catch (JsonProcessingException alsoNoYaml) {
                throw e;
            }
        }
    }

    private static JsonNode yaml(String text) throws IOException {
        JsonNode tree = YAML.readTree(text);
        return hasAliases(text) ? withoutAliases(text) : tree;
    }

    private static boolean hasAliases(String text) throws IOException {
        if (text.indexOf('*') < 0) {
            return false;
        }
        try (YAMLParser events = YAML.getFactory().createParser(text)) {
            while (events.nextToken() != null) {
                if (events.isCurrentAlias()) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Jackson reads an alias as the name of its anchor, and does not merge ({@code <<}). swagger-parser does both. */
    private static JsonNode withoutAliases(String text) {
        SwaggerParseResult result = new SwaggerParseResult();
        JsonNode tree = DeserializationUtils.readYamlTree(text, new ParseOptions(), result);
        List<String> problems = result.getMessages();
        if (problems != null && !problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems).replaceAll("\\s+", " "));
        }
        return tree;
    }

    /** By default, a document has at most 3 MB. */
    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        return options;
    }
}
