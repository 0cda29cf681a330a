package io.github.partnercenter4j.conformance.gates

/** One rule for OpenAPI documents. It can check the spec or a changed copy. */
class Gate {
    final String name
    private final Closure<List<?>> objections

    Gate(String name, Closure<List<?>> objections) {
        this.name = name
        this.objections = objections
    }

    /** Returns each violation of the rule; empty if the document passes. */
    List<String> check(SpecTree document) {
        objections(document)*.toString()
    }

    @Override
    String toString() {
        name
    }
}
