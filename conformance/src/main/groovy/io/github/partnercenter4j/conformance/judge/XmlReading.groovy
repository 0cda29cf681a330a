package io.github.partnercenter4j.conformance.judge

import com.fasterxml.jackson.databind.JsonNode
import groovy.transform.CompileStatic

/** The tree that was read from XML, with objections, and with unknown elements whose names resemble known ones. */
@CompileStatic
class XmlReading {
    JsonNode tree
    final List<Objection> objections = []
    /** Unknown elements that differ from a known one only in case, namespace or wrapper. The grammar allows them, but most likely the known one was meant. */
    final List<Objection> lookAlikes = []

    void object(String place, String rule, String message) {
        objections << new Objection(place, rule, message)
    }
}
