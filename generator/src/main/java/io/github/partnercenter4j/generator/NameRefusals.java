package io.github.partnercenter4j.generator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** Finds names in a document for which there is no Java name, or none of their own. */
final class NameRefusals {
    /** What would end a literal or a comment. */
    private static final Pattern UNWRITABLE = Pattern.compile("[\"\\\\]|\\*/");
    /** RFC 9110 section 5.1. */
    private static final Pattern HEADER_NAME = Pattern.compile("[-!#$%&'*+.^_`|~A-Za-z0-9]+");

    private final PartnerCenterCodegen generator;
    private final List<String> found;
    private final Set<String> operations;

    NameRefusals(SourceDocument document, PartnerCenterCodegen generator, List<String> found) {
        this.generator = generator;
        this.found = found;
        this.operations = document.root().path("paths").findValuesAsText("operationId").stream()
                .filter(NameRefusals::isMethod)
                .map(generator::toOperationId)
                .collect(Collectors.toSet());
    }

    /** OpenAPI Generator leaves out all other characters. */
    private static boolean isMethod(String operation) {
        return operation.matches(".*[A-Za-z0-9].*");
    }

    /**
     * Finds schemas whose records would be one file. Some file systems do not tell capital letters from small ones.
     *
     * @param schemas the names of all that become records, with those that the generator gave to objects in place
     */
    static List<String> ofSchemas(List<String> schemas, UnaryOperator<String> javaName) {
        List<String> found = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        for (String schema : schemas) {
            String name = javaName.apply(schema);
            String other = names.putIfAbsent(name.toLowerCase(Locale.ROOT), schema);
            if (other != null) {
                found.add(Refusals.line(
                        "/components/schemas/" + SourceDocument.escaped(schema),
                        "has the Java name " + name + ", as " + other + " has",
                        "Rename one of them, with modelNameMappings or, if it is an object in place,"
                                + " inlineSchemaNameMappings."));
            }
        }
        return found;
    }

    void path(String pointer, String path) {
        if (path.contains("?") || path.contains("#")) {
            add(pointer, "has a query or a fragment", "Describe the query as parameters.");
        }
    }

    /** Checks a name that becomes that of two methods. */
    void operation(String pointer, String id) {
        if (!isMethod(id)) {
            add(pointer, "is " + id, "Use letters from A to Z or digits: a method has this name.");
        } else if (operations.contains(generator.toOperationId(id) + "WithResponse")) {
            add(pointer, "is " + id + ", and another is the name of its second method", "Rename one of them.");
        }
    }

    void parameter(String pointer, JsonNode parameter) {
        String name = parameter.path("name").asText();
        if (parameter.path("in").asText().equals("header")
                && !HEADER_NAME.matcher(name).matches()) {
            add(pointer + "/name", "is " + name, "Use a name that a header can have.");
        } else if (!isWritable(name, generator.toParamName(name))) {
            add(pointer + "/name", "is " + name, "Use a name that Java code can contain.");
        }
    }

    /**
     * Checks the name of a property.
     *
     * @param others the properties before it in the same record, by their Java names
     */
    void property(String pointer, String name, Map<String, String> others) {
        String javaName = generator.toVarName(name);
        String other = others.put(javaName, name);
        if (!isWritable(name, javaName)) {
            add(pointer, "is called " + name, "Use a name that Java code can contain.");
        } else if (other != null && !other.equals(name)) {
            add(
                    pointer,
                    "has the Java name " + javaName + ", as " + other + " has",
                    "Rename one of them with nameMappings.");
        }
    }

    /** The name is in a literal and in a comment, the Java name in the code. */
    private static boolean isWritable(String name, String javaName) {
        return SourceVersion.isName(javaName) && !UNWRITABLE.matcher(name).find();
    }

    private void add(String pointer, String problem, String advice) {
        String line = Refusals.line(pointer, problem, advice);
        if (!found.contains(line)) {
            found.add(line);
        }
    }
}
