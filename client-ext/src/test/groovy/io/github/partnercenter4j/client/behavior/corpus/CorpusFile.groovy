package io.github.partnercenter4j.client.behavior.corpus

import groovy.transform.CompileStatic
import groovy.transform.Immutable
import io.github.partnercenter4j.client.behavior.corpus.Reading.Outcome

/** A file of a corpus, decoded by itself and, if possible, embedded in a valid document. */
@CompileStatic
@Immutable(knownImmutableClasses = [Reading])
class CorpusFile {
    /** The path relative to the folder of the corpus. */
    String name
    Reading alone
    Reading embedded

    /** The outcome in words: {@code read}, {@code refused for its shape}, {@code refused as malformed}, {@code refused} or {@code failed}. */
    String getVerdict() {
        if (alone.failure || embedded?.failure) {
            return 'failed'
        }
        if (alone.outcome == Outcome.READ) {
            return 'read'
        }
        embedded == null ? 'refused' : embedded.outcome == Outcome.READ ? 'refused for its shape' : 'refused as malformed'
    }

    /** What is wrong with the outcome, judged by the name of the file. Null if it is right. */
    String finding(Map<String, String> excuses) {
        if (verdict == 'failed') {
            return alone.failure ? alone.toString() : embedded.toString()
        }
        String base = name.substring(name.lastIndexOf('/') + 1)
        boolean malformed = verdict == 'refused as malformed'
        if (base.startsWith('n_') && !malformed) {
            return "must be refused as malformed, and is $verdict"
        }
        if (name.startsWith('not-wf/') || name.contains('/not-wf/')) {
            return alone.outcome == Outcome.READ ? 'is not well-formed, and is read' : null
        }
        if (base.startsWith('y_')) {
            boolean excused = excuses.containsKey(base)
            return malformed == excused ? null : malformed ? 'is valid, and is refused as malformed' : 'has an excuse that it does not need'
        }
        null
    }
}
