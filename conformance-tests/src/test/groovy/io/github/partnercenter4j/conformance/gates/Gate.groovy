package io.github.partnercenter4j.conformance.gates

/** One thing that is asked of the document, whichever document is shown. */
class Gate {
    final String name
    private final Closure<List<?>> objections

    Gate(String name, Closure<List<?>> objections) {
        this.name = name
        this.objections = objections
    }

    /** Each place at which the document does not do, in words; none lets it through. */
    List<String> check(SpecTree document) {
        objections(document)*.toString()
    }

    @Override
    String toString() {
        name
    }
}
