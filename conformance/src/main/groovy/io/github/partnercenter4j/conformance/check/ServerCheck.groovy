package io.github.partnercenter4j.conformance.check

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.exchange.Observation
import io.github.partnercenter4j.conformance.exchange.Outcome
import io.github.partnercenter4j.conformance.judge.Objection

/** The checks of a response. Each looks at one thing only, so that no check can hide a failure of another. */
@CompileStatic
enum ServerCheck implements Check {
    SUCCESS('the response is a documented success', { TestCase testCase, Observation it ->
        objections(it) { Objection o -> o.place in ['request', 'status'] } + success(it)
    }),
    ACCEPTS('the request gets a response that is a documented success', { TestCase testCase, Observation it ->
        objections(it) + success(it)
    }),
    STATUS('the status is the expected one, and is documented', { TestCase testCase, Observation it ->
        objections(it) { Objection o -> o.place == 'status' } + status(it, testCase.requirement.status)
    }),
    NO_BODY('the response has no body', { TestCase testCase, Observation it ->
        objections(it) { Objection o -> o.place == 'body' }
    }),
    UNAUTHORIZED('the response is a documented 401', { TestCase testCase, Observation it ->
        objections(it) + status(it, 401)
    }),
    BAD_REQUEST('the response is a documented 400', { TestCase testCase, Observation it ->
        objections(it) + status(it, 400)
    }),
    MEDIA_TYPE('there is one Content-Type, it is the requested one, and the body has it', { TestCase testCase, Observation it ->
        objections(it) { Objection o -> o.place in ['media type', 'body', 'header Content-Encoding'] }
    }),
    ROOT('the root of the body is the one that the spec describes', { TestCase testCase, Observation it ->
        objections(it) { Objection o -> o.place.empty || o.rule == 'additional' && !o.place.contains('.') }
    }),
    HEADER_REQUIRED('the required header is present', { TestCase testCase, Observation it ->
        objections(it) { Objection o -> o.place == header(testCase) && o.rule == 'required' }
    }),
    HEADER_ONCE('the header is present once', { TestCase testCase, Observation it ->
        objections(it) { Objection o -> o.place == header(testCase) && o.rule == 'repeated' }
    }),
    HEADER_FORM('the header is well-formed, and an id is the one of the request', { TestCase testCase, Observation it ->
        objections(it) { Objection o -> o.place == header(testCase) && !(o.rule in ['required', 'repeated']) }
    }),
    PLACE('nothing is wrong at the place or below it', { TestCase testCase, Observation it ->
        objections(it) { Objection o -> isWithin(testCase.position, o.place) }
    }),
    BODY('the body has the content that the server was told to send', { TestCase testCase, Observation it ->
        Outcome.value(0, it.reading.tree).differencesFrom(Outcome.value(0, testCase.tree))
    })

    private final String sentence
    private final Closure<List<String>> violations

    ServerCheck(String sentence, Closure<List<String>> violations) {
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

    private static List<String> objections(Observation observation, Closure<Boolean> filter = { true }) {
        observation.reading.objections.findAll(filter)*.toString()
    }

    private static List<String> success(Observation observation) {
        int status = observation.exchange.response.status
        status < 300 ? [] as List<String> : ["the status is $status, expected a success".toString()]
    }

    private static List<String> status(Observation observation, int expected) {
        int status = observation.exchange.response.status
        status == expected ? [] as List<String> : ["the status is $status, expected $expected".toString()]
    }

    private static String header(TestCase testCase) {
        'header ' + testCase.requirement.subject
    }

    private static boolean isWithin(String position, String place) {
        place == position || place.startsWith(position + '.') || place.startsWith(position + '[')
    }
}
