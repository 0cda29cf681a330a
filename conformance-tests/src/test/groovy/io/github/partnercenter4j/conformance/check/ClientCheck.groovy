package io.github.partnercenter4j.conformance.check

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.exchange.Observation
import io.github.partnercenter4j.conformance.exchange.Outcome

/** The checks of what the client sends and of how its calls end. */
@CompileStatic
enum ClientCheck implements Check {
    REQUEST('the request is the one of the spec, byte for byte, and has no header that it does not need') {
        @Override
        List<String> found(TestCase testCase, Observation observation) {
            observation.exchange == null ? ['nothing was sent'] : observation.requestObjections
        }
    },
    REFUSED('the argument is refused, and nothing is sent') {
        @Override
        List<String> found(TestCase testCase, Observation observation) {
            observation.outcome.differencesFrom(Outcome.argument()) + (observation.exchange == null ? [] as List<String> : ['a request was sent'])
        }
    },
    ENDS('the call ends in the value or the exception that the rules say') {
        @Override
        List<String> found(TestCase testCase, Observation observation) {
            observation.outcome.differencesFrom(testCase.outcome)
        }
    },
    LABELLED('the caller is told the media type, and the body is read by it') {
        @Override
        List<String> found(TestCase testCase, Observation observation) {
            List<String> types = observation.outcome.values('Content-Type')*.replaceAll(/\s*;.*/, '')
            observation.outcome.differencesFrom(testCase.outcome) +
                    (types == [testCase.requirement.mediaType] ? [] as List<String> : ["the media type is told as $types".toString()])
        }
    },
    HEADER('the caller can read the header') {
        @Override
        List<String> found(TestCase testCase, Observation observation) {
            List<String> seen = observation.outcome.values(testCase.requirement.subject)
            seen == testCase.values ? [] as List<String> : ["is told as $seen and not as ${testCase.values}".toString()]
        }
    },
    NAMED('the exception names what the header says') {
        @Override
        List<String> found(TestCase testCase, Observation observation) {
            String named = observation.outcome.named[testCase.requirement.subject]
            [named] == testCase.values ? [] as List<String> : ["is named as $named and not as ${testCase.values[0]}".toString()]
        }
    }

    final String sentence

    ClientCheck(String sentence) {
        this.sentence = sentence
    }

    @Override
    String getName() {
        sentence
    }

    @Override
    List<String> violations(TestCase testCase, Observation observation) {
        found(testCase, observation)
    }

    abstract List<String> found(TestCase testCase, Observation observation)
}
