package io.github.partnercenter4j.specgates

/** One rule for OpenAPI documents. It can check the spec or a changed copy. */
class Gate {
    final String name
    private final Closure<Collection<Objection>> rule

    Gate(String name, Closure<Collection<Objection>> rule) {
        this.name = name
        this.rule = rule
    }

    /** Returns each violation of the rule; empty if the document passes. */
    List<Objection> check(SpecTree document) {
        rule(document).unique()
    }

    @Override
    String toString() {
        name
    }
}
