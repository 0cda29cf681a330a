package io.github.partnercenter4j.sandbox.internal.http

import spock.lang.Specification

class NegotiationSpec extends Specification {

    static final OFFERED = ['application/json', 'text/json', 'application/xml', 'text/xml']

    def "'#accept' chooses #chosen"(String accept, String chosen) {
        expect:
        new Negotiation(OFFERED).choose(accept) == chosen

        where:
        accept                                                     || chosen
        'application/json'                                         || 'application/json'
        'text/json'                                                || 'text/json'
        'application/xml'                                          || 'application/xml'
        'text/xml'                                                 || 'text/xml'
        'TEXT/Xml'                                                 || 'text/xml'
        'application/json, text/plain, */*'                        || 'application/json'
        '*/*'                                                      || 'application/json'
        'application/*'                                            || 'application/json'
        'text/*'                                                   || 'text/json'
        '*/*, text/xml'                                            || 'text/xml'
        'text/*, application/xml'                                  || 'application/xml'
        'text/xml, application/json'                               || 'text/xml'
        'application/json;q=0.5, text/xml;q=0.9'                   || 'text/xml'
        'application/json; charset=utf-8; q=0.1, text/xml ; q=0.2' || 'text/xml'
        'application/json;q=0, */*'                                || 'text/json'
        'application/*;q=0, text/*;q=0.1, application/xml;q=0.05'  || 'text/json'
        'application/json;q=0, text/json;q=0, */*;q=0.001'         || 'application/xml'
        'application/json;q=0.2, */*;q=0.9'                        || 'text/json'
        'text/xml;q=2, application/xml'                            || 'application/xml'
        'text/xml;q=x, application/xml;q=0.1'                      || 'application/xml'
        'text/xml;q=0'                                             || 'application/json'
        'image/png'                                                || 'application/json'
        'image/png, text/xml;q=0.1'                                || 'text/xml'
        'xml'                                                      || 'application/json'
        ''                                                         || 'application/json'
        ',;,/,'                                                    || 'application/json'
    }
}
