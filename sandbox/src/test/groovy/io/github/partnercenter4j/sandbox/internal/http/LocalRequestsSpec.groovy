package io.github.partnercenter4j.sandbox.internal.http

import spock.lang.Specification

/** The rules. AccessSpec sends such requests to running servers. */
class LocalRequestsSpec extends Specification {

    def "with Host #hosts and Origin #origins a request is accepted: #accepted"(List<String> hosts, List<String> origins, boolean accepted) {
        expect:
        LocalRequests.accepts(hosts, origins) == accepted

        where:
        hosts                           | origins                                                  || accepted
        ['localhost']                   | []                                                       || true
        ['LOCALHOST:1']                 | []                                                       || true
        ['127.0.0.1:65535']             | []                                                       || true
        ['127.255.1.2']                 | []                                                       || true
        ['[::1]:80']                    | []                                                       || true
        ['[0:0:0:0:0:0:0:1]']           | []                                                       || true
        []                              | []                                                       || false
        ['']                            | []                                                       || false
        ['128.0.0.1']                   | []                                                       || false
        ['127.0.0.1.evil.example']      | []                                                       || false
        ['localhost:123456']            | []                                                       || false
        ['localhost', 'localhost']      | []                                                       || true
        ['localhost', 'evil.example']   | []                                                       || false
        ['localhost:8080']              | ['http://localhost:8080']                                || true
        ['localhost:8080']              | ['https://127.0.0.1:8080']                               || true
        ['localhost']                   | ['http://localhost']                                     || true
        ['localhost:8080']              | ['http://localhost']                                     || false
        ['localhost:8080']              | ['http://localhost:8081']                                || false
        ['localhost:8080']              | ['ftp://localhost:8080']                                 || false
        ['localhost:8080']              | ['localhost:8080']                                       || false
        ['localhost:8080']              | ['null']                                                 || false
        ['localhost:8080']              | ['http://evil.example:8080']                             || false
        ['localhost:8080']              | ['http://localhost:8080', 'http://evil.example']         || false
    }
}
