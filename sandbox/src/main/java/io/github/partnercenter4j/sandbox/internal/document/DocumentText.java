package io.github.partnercenter4j.sandbox.internal.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
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
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * A document in YAML or JSON. A key that is given twice is an error, and so is a second document in the text.
 *
 * @param tree the document, with what its anchors stand for
 * @param plain a text that every reader of YAML reads as this tree: the text itself if it is one, else another text
 */
public record DocumentText(JsonNode tree, String plain) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final YAMLMapper YAML = YAMLMapper.builder(
                    YAMLFactory.builder().loaderOptions(options()).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * Reads a document.
     *
     * @throws IllegalArgumentException if it cannot be read. The message is one line, and says where and why.
     */
    public static DocumentText read(String document) {
        String text = document.startsWith("\uFEFF") ? document.substring(1) : document;
        try {
            // Some JSON is no YAML, for example with the escape \/, and some YAML begins like JSON.
            boolean json = text.stripLeading().startsWith("{");
            JsonNode tree = json ? json(text) : YAML.readTree(text);
            if (hasAliases(text)) {
                tree = withoutAliases(text);
                return new DocumentText(tree, written(tree));
            }
            return new DocumentText(tree, json && !tree.equals(asYaml(text)) ? written(tree) : document);
        } catch (MismatchedInputException e) {
            throw new IllegalArgumentException("Something follows the end of the document", e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    e.getOriginalMessage().replaceAll("\\s+", " ").strip(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
            JsonNode tree = asYaml(text);
            if (tree == null) {
                throw e;
            }
            return tree;
        }
    }

    private static @Nullable JsonNode asYaml(String text) {
        try {
            return YAML.readTree(text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static boolean hasAliases(String text) throws IOException {
        if (!text.contains("*")) {
            return false;
        }
        try (YAMLParser events = YAML.getFactory().createParser(text)) {
            boolean found = false;
            while (!found && events.nextToken() != null) {
                found = events.isCurrentAlias();
            }
            return found;
        } catch (JsonProcessingException e) {
            // It is JSON.
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
