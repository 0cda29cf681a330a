package io.github.partnercenter4j.conformance.edit

import groovy.transform.CompileStatic

/** Chooses the edits by format, and holds what both formats share. */
@CompileStatic
class BodyEdits {
    static BodyEdit of(String mediaType, byte[] body) {
        mediaType.endsWith('json') ? new JsonEdit(body) : new XmlEdit(body)
    }

    /** Returns the name with its first letter in the other case; null if it has none. */
    static String otherCase(String name) {
        String other = name == name.capitalize() ? name.uncapitalize() : name.capitalize()
        other == name ? null : other
    }

    /** Returns another text of the same form: another GUID or date-time, or a longer text. */
    static String other(String text) {
        text ==~ /[0-9a-f]{8}-.*|[0-9]{4}-.*/ ? text.replaceFirst(/[0-9]/, text.startsWith('1') ? '2' : '1') : text + ' changed'
    }
}
