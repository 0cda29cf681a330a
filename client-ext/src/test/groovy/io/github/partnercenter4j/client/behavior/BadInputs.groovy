package io.github.partnercenter4j.client.behavior

import io.swagger.v3.core.util.Yaml

/** Reads bad-inputs.yaml, the table of bad inputs. */
class BadInputs {
    private static final Map<String, Map<String, Map>> TABLE =
            Yaml.mapper().readValue(BadInputs.getResource('/bad-inputs.yaml').getText('UTF-8'), Map)

    /** Returns the inputs of each row of a section. */
    static Map<String, Set<String>> section(String name) {
        TABLE[name].collectEntries { row, rule -> [row, rule.inputs as Set] }
    }

    /** Returns a data row for each document: the name of the input and the document. */
    static List<List> lines(Map<String, Map<String, List<Document>>> rows) {
        rows.collectMany { row, inputs ->
            inputs.collectMany { input, documents -> documents.collect { ["$row: $input", it] } }
        }
    }

    /** The check of a document that must be rejected. Any other check is a closure that returns true for the outcome. */
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
