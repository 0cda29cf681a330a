package io.github.partnercenter4j.client.behavior

import io.swagger.v3.core.util.Yaml

/** The table of bad inputs, see bad-inputs.yaml. */
class BadInputs {
    private static final Map<String, Map<String, Map>> TABLE =
            Yaml.mapper().readValue(BadInputs.getResource('/bad-inputs.yaml').getText('UTF-8'), Map)

    /** The inputs of each row of a section. */
    static Map<String, Set<String>> section(String name) {
        TABLE[name].collectEntries { row, rule -> [row, rule.inputs as Set] }
    }

    /** A line for each document of each input: its name, the body, its media type and what must come of it. */
    static List<List> lines(Map<String, Map<String, List<Document>>> rows) {
        rows.collectMany { row, inputs ->
            inputs.collectMany { input, documents -> documents.collect { ["$row: $input", it] } }
        }
    }

    /** What must come of a document: {@link #REFUSED}, or anything that a check says true of. */
    static final Closure<Boolean> REFUSED = null

    static class Document {
        final byte[] body
        final String mediaType
        final Closure<Boolean> check

        Document(byte[] body, String mediaType, Closure<Boolean> check) {
            this.body = body
            this.mediaType = mediaType
            this.check = check
        }

        @Override
        String toString() {
            def text = new String(body, 0, Math.min(body.length, 60), 'ISO-8859-1')
            "${body.length} bytes of $mediaType, $text"
        }
    }
}
