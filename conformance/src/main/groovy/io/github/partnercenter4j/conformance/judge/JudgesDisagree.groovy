package io.github.partnercenter4j.conformance.judge

import groovy.transform.CompileStatic

/** Thrown if one of the two judges of XML accepts a body that the other rejects, because one of them must be wrong. */
@CompileStatic
class JudgesDisagree extends IllegalStateException {
    private static final long serialVersionUID = 1

    JudgesDisagree(List<Objection> grammar, List<Objection> tree) {
        super("The grammar objects to $grammar, the tree to $tree")
    }
}
