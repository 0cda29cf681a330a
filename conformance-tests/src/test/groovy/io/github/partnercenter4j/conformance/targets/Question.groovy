package io.github.partnercenter4j.conformance.targets

import groovy.transform.CompileStatic
import groovy.transform.Immutable

/** Something that is not known of the service, and what a run says to it. */
@CompileStatic
@Immutable
class Question {
    String id
    String question
    /** Null where the run says nothing. */
    String answer
    /** Why the run says nothing. */
    String notApplicable

    static Question answered(String id, String question, String answer) {
        new Question(id, question, answer, null)
    }

    static Question open(String id, String question, String reason) {
        new Question(id, question, null, reason)
    }
}
