package io.github.partnercenter4j.sandbox.internal.page

import spock.lang.Specification

class MoveFormSpec extends Specification {

    def "a form is read as browsers write it, and what is missing is empty: #body"(String body, List fields) {
        given:
        def form = MoveForm.of(body)

        expect:
        [form.key(), form.customer(), form.order(), form.line(), form.status(), form.find()] == fields

        where:
        body                                                  || fields
        ''                                                    || ['', '', '', -1, '', '']
        'key=k&customer=c&order=o&line=0&status=s&find=f'      || ['k', 'c', 'o', 0, 's', 'f']
        'status=Un+ful%26led%3D&find=a=b&key&=x'              || ['', '', '', -1, 'Un ful&led=', 'a=b']
        'line=123456789'                                      || ['', '', '', 123456789, '', '']
        'line=1234567890'                                     || ['', '', '', -1, '', '']
        'line=-1'                                             || ['', '', '', -1, '', '']
        'status=100%'                                         || ['', '', '', -1, '100%', '']
    }
}
