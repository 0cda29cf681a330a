package io.github.partnercenter4j.sandbox.spec

import spock.lang.Specification

/** A small document, and places in it. */
abstract class SpecModelSpecification extends Specification {
    static final SMALL = SpecModelSpecification.getResource('small.yaml').text
    static final THING = '/components/schemas/Thing'
    static final GET = '/paths/~1things~1{thing_id}/get'

    static String at(String property) {
        "$THING/properties/$property"
    }

    static String content(String rest) {
        "$GET/responses/200/content/$rest"
    }
}
