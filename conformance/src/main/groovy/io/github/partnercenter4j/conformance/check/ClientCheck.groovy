package io.github.partnercenter4j.conformance.check

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.exchange.Observation
import io.github.partnercenter4j.conformance.exchange.Outcome

/** The checks of what the client sends and of how its calls end. */
@CompileStatic
enum ClientCheck implements Check {
    REQUEST('the request is the one that the spec describes, byte for byte and without further headers', { TestCase testCase, Observation it ->
        it.exchange == null ? ['nothing was sent'] : it.requestObjections
    }),
    REFUSED('the client refuses the argument and sends nothing', { TestCase testCase, Observation it ->
        it.outcome.differencesFrom(Outcome.invalidArgument()) + (it.exchange == null ? [] : ['a request was sent'])
    }),
    OUTCOME('the call ends with the expected value or exception', { TestCase testCase, Observation it ->
        it.outcome.differencesFrom(testCase.outcome)
    }),
    MEDIA_TYPE('the caller can read the media type, and the body is read by it', { TestCase testCase, Observation it ->
        List<String> types = it.outcome.values('Content-Type')*.replaceAll(/\s*;.*/, '')
        it.outcome.differencesFrom(testCase.outcome) + different('the media type', types, [testCase.requirement.mediaType])
    }),
    HEADER('the caller can read the header', { TestCase testCase, Observation it ->
        different('the header', it.outcome.values(testCase.requirement.subject), testCase.values)
    }),
    NAMED('the exception has an accessor with the value of the header', { TestCase testCase, Observation it ->
        different('the accessor', [it.outcome.named[testCase.requirement.subject]], testCase.values)
    })

    private final String sentence
    private final Closure<List<String>> violations

    ClientCheck(String sentence, Closure<List<String>> violations) {
        this.sentence = sentence
        this.violations = violations
    }

    @Override
    String getName() {
        sentence
    }

    @Override
    List<String> violations(TestCase testCase, Observation observation) {
        violations.call(testCase, observation)
    }

    private static List<String> different(String what, List<String> observed, List<String> expected) {
        observed == expected ? [] as List<String> : ["$what is $observed, expected $expected".toString()]
    }
}
