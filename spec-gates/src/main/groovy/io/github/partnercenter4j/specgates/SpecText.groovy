package io.github.partnercenter4j.specgates

import com.fasterxml.jackson.core.JsonProcessingException
import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper
import groovy.transform.CompileStatic
import org.yaml.snakeyaml.LoaderOptions
import org.yaml.snakeyaml.Yaml
import org.yaml.snakeyaml.error.MarkedYAMLException
import org.yaml.snakeyaml.error.YAMLException
import org.yaml.snakeyaml.nodes.MappingNode
import org.yaml.snakeyaml.nodes.Node
import org.yaml.snakeyaml.nodes.ScalarNode
import org.yaml.snakeyaml.nodes.SequenceNode

/** The text of a document: YAML as every tool reads it, and the line of each place. */
@CompileStatic
class SpecText {
    /** Far more than a document can have, and less than a stack can take. */
    private static final int MAX_DEPTH = 200
    private static final int MAX_CHARACTERS = 64 << 20

    final String text
    /** What is wrong with the YAML. If there is anything, the document has no tree. */
    final List<Objection> objections = []
    private final Map<String, Integer> lines = ['': 1]
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<Node, Boolean>())

    SpecText(String text) {
        this.text = text
        try {
            def documents = new Yaml(options()).composeAll(new StringReader(text)).toList()
            if (documents.size() == 1) {
                visit('', documents[0])
            } else {
                objections << new Objection('', "holds ${documents.size()} YAML documents", 'Keep one.')
            }
        } catch (YAMLException e) {
            objections << unreadable(e)
        }
    }

    /** Returns the document as a tree. */
    JsonNode getTree() {
        try {
            new YAMLMapper(YAMLFactory.builder().loaderOptions(options()).build()).readTree(text)
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The YAML passed the first reading and fails the second: $e.originalMessage", e)
        }
    }

    /** Returns the line of a place, or of the nearest place around it that exists. */
    int line(String pointer) {
        def place = pointer
        while (!lines.containsKey(place)) {
            place = place.substring(0, Math.max(0, place.lastIndexOf('/')))
        }
        lines[place]
    }

    private void visit(String pointer, Node node) {
        if (!seen.add(node)) {
            objections << new Objection(pointer, 'is a YAML alias', 'Write the content out, or refer to a component using $ref: other tools read an alias differently.')
        } else if (node instanceof SequenceNode) {
            node.value.eachWithIndex { Node item, int index -> child("$pointer/$index", item.startMark.line, item) }
        } else if (node instanceof MappingNode) {
            node.value.each { entry ->
                def word = entry.keyNode instanceof ScalarNode ? ((ScalarNode) entry.keyNode).value : null
                int line = entry.keyNode.startMark.line
                if (word == null) {
                    objections << new Objection(pointer, 'has a key that is not a word', 'Quote keys that contain braces or brackets.')
                } else if (word == '<<') {
                    objections << new Objection(pointer, 'has a YAML merge key (<<)', 'Write the content out, or refer to a component using $ref.')
                } else {
                    def place = "$pointer/${SpecTree.escaped(word)}" as String
                    if (lines.containsKey(place)) {
                        objections << new Objection(place, "is given twice: in line ${lines[place]} and in line ${line + 1}", 'Remove one of them.')
                    } else {
                        child(place, line, entry.valueNode)
                    }
                }
            }
        }
    }

    private void child(String pointer, int line, Node node) {
        lines[pointer] = line + 1
        visit(pointer, node)
    }

    private Objection unreadable(YAMLException e) {
        def mark = e instanceof MarkedYAMLException ? e.problemMark ?: e.contextMark : null
        def problem = e instanceof MarkedYAMLException ? [e.context, e.problem].findAll().join(', ') : e.message.readLines().first()
        lines[''] = mark ? mark.line + 1 : 1
        problem.contains('\\t') ? new Objection('', 'has a tab where YAML needs spaces', 'Indent using spaces only.') :
                new Objection('', "is not YAML: $problem${mark ? " in column ${mark.column + 1}" : ''}", 'Fix the indentation or the quotes there, or in the line before.')
    }

    private static LoaderOptions options() {
        def options = new LoaderOptions()
        options.nestingDepthLimit = MAX_DEPTH
        options.codePointLimit = MAX_CHARACTERS
        options
    }
}
