package io.github.partnercenter4j.conformance.judge

import groovy.transform.CompileStatic

/** The grammar and the tree do not say the same of a document: one of the two judges is wrong, so neither is believed. */
@CompileStatic
class JudgesDisagree extends IllegalStateException {
    private static final long serialVersionUID = 1

    JudgesDisagree(List<Objection> grammar, List<Objection> tree) {
        super("The grammar objects to $grammar, the tree to $tree")
    }
}
