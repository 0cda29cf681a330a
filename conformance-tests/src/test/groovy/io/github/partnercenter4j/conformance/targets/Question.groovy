package io.github.partnercenter4j.conformance.targets

import groovy.transform.CompileStatic
import groovy.transform.Immutable

/** An open question about the service, and the answer of a run. */
@CompileStatic
@Immutable
class Question {
    String id
    String question
    /** Null if the run has no answer. */
    String answer
    /** Why the run has no answer. */
    String notApplicable

    static Question answered(String id, String question, String answer) {
        new Question(id, question, answer, null)
    }

    static Question open(String id, String question, String reason) {
        new Question(id, question, null, reason)
    }
}
