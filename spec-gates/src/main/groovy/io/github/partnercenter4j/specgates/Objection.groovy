package io.github.partnercenter4j.specgates

/**
 * One thing that is wrong with a document.
 *
 * @param pointer its place, a JSON pointer (RFC 6901)
 * @param problem what is wrong, a predicate whose subject is the place
 * @param advice what to do, one or more sentences
 */
record Objection(String pointer, String problem, String advice) {
    @Override
    String toString() {
        "#$pointer: $problem. $advice"
    }
}
