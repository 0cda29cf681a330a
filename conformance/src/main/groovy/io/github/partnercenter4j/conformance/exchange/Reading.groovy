package io.github.partnercenter4j.conformance.exchange

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.judge.Objection

/** What the judges object to in a response, and the content of its body. */
@CompileStatic
class Reading {
    final List<Objection> objections
    /** Null if the body cannot be read as the spec describes it. */
    final Map<String, Object> tree

    Reading(List<Objection> objections, Map<String, Object> tree) {
        this.objections = objections
        this.tree = tree
    }
}
