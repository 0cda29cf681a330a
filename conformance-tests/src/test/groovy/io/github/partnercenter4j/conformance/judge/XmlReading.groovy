package io.github.partnercenter4j.conformance.judge

import com.fasterxml.jackson.databind.JsonNode
import groovy.transform.CompileStatic

/** A tree that was read from XML, what in the XML has no place in it, and elements that look like others. */
@CompileStatic
class XmlReading {
    JsonNode tree
    final List<Objection> objections = []
    /** Unknown elements that bear the name of a known one but for case, namespace or wrapper: legal to a grammar, and surely meant for it. */
    final List<Objection> lookAlikes = []

    void object(String place, String rule, String message) {
        objections << new Objection(place, rule, message)
    }
}
