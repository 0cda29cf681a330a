package io.github.partnercenter4j.conformance.check

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.exchange.Observation
import io.github.partnercenter4j.conformance.exchange.Outcome
import io.github.partnercenter4j.conformance.exchange.Reading
import io.github.partnercenter4j.conformance.judge.Objection

/** The checks of an answer against the spec. Each looks at one thing only, so that none can stand in for another. */
@CompileStatic
enum ServerCheck implements Check {
    SUCCESS('the answer is a documented success') {
        @Override
        List<String> violations(TestCase testCase, int status, Reading reading) {
            texts(reading.objections.findAll { it.place in ['request', 'status'] }) + (status < 300 ? [] as List<String> : ["the status is $status".toString()])
        }
    },
    STATUS('the status is the one, and is documented') {
        @Override
        List<String> violations(TestCase testCase, int status, Reading reading) {
            texts(reading.objections.findAll { it.place == 'status' }) +
                    (status == testCase.requirement.status ? [] as List<String> : ["the status is $status".toString()])
        }
    },
    UNAUTHORIZED('the answer is a documented 401') {
        @Override
        List<String> violations(TestCase testCase, int status, Reading reading) {
            texts(reading.objections) + (status == 401 ? [] as List<String> : ["the status is $status".toString()])
        }
    },
    BAD_REQUEST('the answer is a documented 400') {
        @Override
        List<String> violations(TestCase testCase, int status, Reading reading) {
            texts(reading.objections) + (status == 400 ? [] as List<String> : ["the status is $status".toString()])
        }
    },
    ACCEPTS('the request is answered with a documented success') {
        @Override
        List<String> violations(TestCase testCase, int status, Reading reading) {
            texts(reading.objections) + (status < 300 ? [] as List<String> : ["the status is $status".toString()])
        }
    },
    MEDIA_TYPE('the one Content-Type is the one that was asked for, and the body is of it') {
        @Override
        List<String> violations(TestCase testCase, int status, Reading reading) {
            texts(reading.objections.findAll { it.place in ['media type', 'body', 'header Content-Encoding'] })
        }
    },
    ROOT('what the body holds as a whole is what the document has for it') {
        @Override
        List<String> violations(TestCase testCase, int status, Reading reading) {
            texts(reading.objections.findAll { it.place.empty })
        }
    },
    HEADER_REQUIRED('the required header is there') {
        @Override
        List<String> violations(TestCase testCase, int status, Reading reading) {
            texts(reading.objections.findAll { it.place == header(testCase) && it.rule == 'required' })
        }
    },
    HEADER_ONCE('the header is there once') {
        @Override
        List<String> violations(TestCase testCase, int status, Reading reading) {
            texts(reading.objections.findAll { it.place == header(testCase) && it.rule == 'repeated' })
        }
    },
    HEADER_FORM('the header has its form, and an id is the one of the call') {
        @Override
        List<String> violations(TestCase testCase, int status, Reading reading) {
            texts(reading.objections.findAll { it.place == header(testCase) && !(it.rule in ['required', 'repeated']) })
        }
    },
    PLACE('nothing is wrong with the place, nor within it') {
        @Override
        List<String> violations(TestCase testCase, int status, Reading reading) {
            texts(reading.objections.findAll { isWithin(testCase.position, it.place) })
        }
    },
    BODY('the body says what the server was told to say') {
        @Override
        List<String> violations(TestCase testCase, int status, Reading reading) {
            Outcome.value(0, reading.tree).differencesFrom(Outcome.value(0, testCase.tree))
        }
    }

    final String sentence

    ServerCheck(String sentence) {
        this.sentence = sentence
    }

    @Override
    String getName() {
        sentence
    }

    @Override
    List<String> violations(TestCase testCase, Observation observation) {
        violations(testCase, observation.exchange.answer.status, observation.reading)
    }

    abstract List<String> violations(TestCase testCase, int status, Reading reading)

    private static String header(TestCase testCase) {
        'header ' + testCase.requirement.subject
    }

    private static boolean isWithin(String position, String place) {
        place == position || place.startsWith(position + '.') || place.startsWith(position + '[')
    }

    private static List<String> texts(List<Objection> objections) {
        objections*.toString()
    }
}
