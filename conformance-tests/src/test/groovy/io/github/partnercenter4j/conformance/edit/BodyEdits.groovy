package io.github.partnercenter4j.conformance.edit

import groovy.transform.CompileStatic

/** What both formats change alike. */
@CompileStatic
class BodyEdits {
    static BodyEdit of(String mediaType, byte[] body) {
        mediaType.endsWith('json') ? new JsonEdit(body) : new XmlEdit(body)
    }

    /** Another text of the same form: of a GUID or a date-time one of these, of any other a longer one. */
    static String other(String text) {
        text ==~ /[0-9a-f]{8}-.*|[0-9]{4}-.*/ ? text.replaceFirst(/[0-9]/, text.startsWith('1') ? '2' : '1') : text + ' changed'
    }
}
