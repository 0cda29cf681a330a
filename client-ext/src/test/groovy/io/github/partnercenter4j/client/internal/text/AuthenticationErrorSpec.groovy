package io.github.partnercenter4j.client.internal.text

import spock.lang.Specification

/** RFC 6750, section 3, and RFC 9110, section 11.6.1. */
class AuthenticationErrorSpec extends Specification {
    def 'WWW-Authenticate #lines says: #reason'() {
        expect:
        AuthenticationError.of(lines) == reason

        where:
        lines                                                                                           || reason
        ['Bearer error="invalid_token", error_description="The access token expired"']                  || 'invalid_token: The access token expired'
        ['Bearer realm="x", error=invalid_token']                                                       || 'invalid_token'
        ['bearer ERROR="insufficient_scope", Scope="a b"']                                              || 'insufficient_scope (scope a b)'
        ['Bearer error_description="no"']                                                               || 'no'
        ['Bearer error="a" , error_description = "b, c=\\"d\\" \\\\ e"']                                || 'a: b, c="d" \\ e'
        ['Basic realm="error=\\"x\\"", Bearer error="invalid_token"']                                   || 'invalid_token'
        ['Negotiate YII=, Bearer error="invalid_token"']                                                || 'invalid_token'
        ['Bearer, Basic realm="x", DPoP error="use_dpop_nonce"']                                        || 'use_dpop_nonce'
        ['Bearer realm="x"', 'Bearer error="invalid_token"']                                            || 'invalid_token'
        ['Bearer error_description="first", Bearer error="second"']                                     || 'second'
        ['Bearer error="one", error="two", error_description="1", error_description="2"']               || 'one: 1'
        ['Bearer error="", error_description="still"']                                                  || 'still'
        ['Bearer error="a", Bearer error_description="of another challenge"']                           || 'a'
        ['Bearer error="invalid_token, error_description="cut']                                         || 'invalid_token, error_description='
        ['Bearer error="not closed']                                                                    || 'not closed'
        ['Bearer error="a\u001b[2J\u0007", error_description="\u202e"']                                 || 'a\\u001b[2J\\u0007: \\u202e'
        ['Bearer error="' + 'x' * 5000 + '"']                                                           || 'x' * 1024
        ['Bearer scope="a b"']                                                                          || null
        ['Bearer realm="x", authorization_uri="https://login.example"']                                 || null
        ['Bearer']                                                                                      || null
        ['Negotiate']                                                                                   || null
        [',,"broken']                                                                                   || null
        ['Bearer x_error="y"']                                                                          || null
        ['']                                                                                            || null
        []                                                                                              || null
    }

    def 'a long line of #what is read in bounded time'() {
        expect:
        AuthenticationError.of([line]) == null

        where:
        what       | line
        'quotes'   | 'Bearer a="' * 100_000
        'escapes'  | 'Bearer a="' + '\\' * 100_000
        'tokens'   | 'Bearer ' + 'a' * 100_000
        'schemes'  | 'a ' * 100_000
        'equals'   | 'Bearer ' + 'a=' * 100_000
        'blanks'   | 'Bearer a' + ' ' * 100_000 + '='
    }

    def 'only needless escapes are removed'() {
        expect:
        AuthenticationError.withoutNeedlessEscapes('a="s3\\c\\r\\"e\\\\t"') == 'a="s3cr\\"e\\\\t"'
    }
}
