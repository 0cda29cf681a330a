package io.github.partnercenter4j.client.entra

import com.fasterxml.jackson.databind.JsonNode
import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.internal.body.Mappers
import io.github.partnercenter4j.client.internal.call.RetryAfter
import spock.lang.Specification

/** What servers send for the numbers and names of a token or device code, and what MSAL gets. */
class IssuedBodySpec extends Specification {
    static final Map<String, Integer> LIFETIMES = [
            '3599':        3599,
            '"3599"':      3599,
            '" 3599 "':    3599,
            '"+3599"':     3599,
            '3599.0':      3599,
            '"3599.0"':    3599,
            '3599.9':      3599,
            '3.6e3':       3600,
            '"0"':         0,
            '0':           0,
            '-1':          -1,
            '99999999999': Integer.MAX_VALUE,
            '"1e300"':     Integer.MAX_VALUE,
            'absent':      3600,
            'null':        3600
    ]
    static final List<String> NO_LIFETIMES = ['"soon"', '""', '" "', 'true', '[3599]', '{}', '"3599 s"', '"0x10"', '"NaN"', '"' + '9' * 41 + '"', '"1e99999999999"']

    def 'expires_in #json of a token is read as #seconds s'(String json, long seconds) {
        expect:
        token(/{"access_token":"s3cret"${json == 'absent' ? '' : ',"expires_in":' + json}}/).expires_in == Mappers.json().readTree("$seconds")

        where:
        [json, seconds] << LIFETIMES.collect { [it.key, it.value] }
    }

    def 'expires_in #json is an error that says so'() {
        when:
        token(/{"access_token":"s3cret","expires_in":$json}/)

        then:
        def e = thrown(CredentialException)
        e.message == 'No token: the authorization server https://a.example returned 200 with an expires_in that is not a number of seconds.' +
                ' What to do: check the authorization server and the proxy'

        where:
        json << NO_LIFETIMES
    }

    def 'a number of #digits digits is read: #read'() {
        when:
        def interval = body(/{"interval":"${'0' * (digits - 1)}7"}/).interval()

        then:
        interval.toSeconds() == (read ? 7 : 5)

        where:
        digits || read
        1      || true
        40     || true
        41     || false
    }

    def 'the optional #name of a token is a number or left out: #json'() {
        expect:
        token(/{"access_token":"s3cret","expires_in":"60","$name":$json,"refresh_token":"s3cret"}/) ==
                json(/{"token_type":"Bearer","access_token":"s3cret","scope":"","expires_in":60,"refresh_token":"s3cret"${number == null ? '' : ",\"$name\":$number"}}/)

        where:
        name             | json     || number
        'ext_expires_in' | '"7200"' || 7200
        'ext_expires_in' | '7200'   || 7200
        'ext_expires_in' | '"soon"' || null
        'ext_expires_in' | 'null'   || null
        'refresh_in'     | '"30.0"' || 30
        'refresh_in'     | '[]'     || null
    }

    def 'MSAL gets nothing that it does not need or cannot read: #json'() {
        expect:
        token(/{"access_token":"s3cret",$json}/) ==
                json(/{"token_type":"Bearer","access_token":"s3cret","scope":"$scope","expires_in":3600}/)

        where:
        json                                        || scope
        '"token_type":"bearer","scope":"a b"'       || 'a b'
        '"token_type":null,"scope":null'            || ''
        '"scope":["a","b"]'                         || 'a b'
        '"scope":{"a":"b"}'                         || ''
        '"id_token":"x.y.z","client_info":"!"'      || ''
        '"refresh_token":["x"],"other":[[1],{}]'    || ''
    }

    def 'an interval of #json is a wait of #seconds s'(String json, long seconds) {
        expect:
        body(/{"device_code":"s3cret"${json == null ? '' : ',"interval":' + json}}/).interval().toSeconds() == seconds

        where:
        json       || seconds
        null       || 5
        'null'     || 5
        '5'        || 5
        '"7"'      || 7
        '"7.0"'    || 7
        '2.5'      || 3
        '0'        || 1
        '"0"'      || 1
        '-5'       || 5
        '"soon"'   || 5
        '{}'       || 5
    }

    def 'a device code is passed on with numbers, and without an interval of its own (#iterationIndex)'(String json, Map expected) {
        when:
        def passedOn = Mappers.json().readValue(body(json).deviceCode(), Map)

        then:
        body(json).deviceCode
        passedOn == [device_code: 's3cret', user_code: 'A1', verification_uri: 'https://a.example/x', expires_in: 900, interval: 0, message: 'm'] + expected

        where:
        json                                                                                                                                      || expected
        '{"device_code":"s3cret","user_code":"A1","verification_uri":"https://a.example/x","expires_in":900,"interval":5,"message":"m"}'          || [:]
        '{"device_code":"s3cret","user_code":"A1","verification_uri":"https://a.example/x","expires_in":"600","interval":"5","message":"m"}'      || [expires_in: 600]
        '{"device_code":"s3cret","user_code":"A1","verification_url":"https://a.example/x","message":"m"}'                                        || [:]
        '{"device_code":"s3cret","user_code":123,"verification_uri":"https://a.example/x","message":"m","other":[]}'                              || [user_code: '123']
        '{"device_code":"s3cret","user_code":"A1","verification_uri":"https://a.example/x"}'                                                      || [message: 'To sign in, open the page https://a.example/x and enter the code A1.']
    }

    def 'what is neither a token nor a device code is not taken for one (#iterationIndex)'() {
        expect:
        !body(json).token
        !body(json).deviceCode

        where:
        json << ['{}', '{"access_token":""}', '{"access_token":["s3cret"]}', '{"access_token":null}', '{"device_code":"s3cret"}',
                 '{"device_code":"s3cret","user_code":"A1"}', '{"device_code":"s3cret","user_code":true,"verification_uri":"https://a.example"}']
    }

    private static JsonNode token(String json) {
        this.json(body(json).token())
    }

    private static JsonNode json(String text) {
        Mappers.json().readTree(text)
    }

    private static IssuedBody body(String json) {
        new IssuedBody(new AuthorizationServerResponse('https://a.example', 200, Mappers.json().readTree(json), RetryAfter.NONE, null))
    }
}
