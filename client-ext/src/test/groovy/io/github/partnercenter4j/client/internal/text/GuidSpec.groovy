package io.github.partnercenter4j.client.internal.text

import spock.lang.Specification

class GuidSpec extends Specification {
    def '#text is a GUID: #valid'() {
        expect:
        Guid.isValid(text) == valid

        where:
        text                                     || valid
        '4d3cf487-70f4-4e1e-9ff1-b2bfce8d9f04'   || true
        '4D3CF487-70F4-4E1E-9FF1-B2BFCE8D9F04'   || true
        '00000000-0000-0000-0000-000000000000'   || true
        ''                                       || false
        '4d3cf48770f44e1e9ff1b2bfce8d9f04'       || false
        '{4d3cf487-70f4-4e1e-9ff1-b2bfce8d9f04}' || false
        '4d3cf487-70f4-4e1e-9ff1-b2bfce8d9f0'    || false
        '4d3cf487-70f4-4e1e-9ff1-b2bfce8d9f044'  || false
        '4d3cf487-70f4-4e1e-9ff1-b2bfce8d9f0g'   || false
        '4d3cf487-70f4-4e1e-9ff1-b2bfce8d9f04\n' || false
    }
}
