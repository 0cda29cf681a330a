package io.github.partnercenter4j.client.internal.body

import java.time.LocalDate
import java.time.OffsetDateTime
import spock.lang.Specification

/** Forms of JSON that our OpenAPI document does not have, and documents of other projects do. */
class JsonFormsSpec extends Specification {
    static record Dated(LocalDate day, OffsetDateTime time) {}

    def 'a date and a date-time are read as they were sent: #json'() {
        expect:
        read(json) == new Dated(day, time)

        where:
        json                                   || day                        | time
        '{"day":"2024-02-29"}'                 || LocalDate.of(2024, 2, 29)  | null
        '{"time":"2024-02-29T23:59:59.5Z"}'    || null                       | OffsetDateTime.parse('2024-02-29T23:59:59.5Z')
        '{"time":"2024-02-29T00:00:00+05:45"}' || null                       | OffsetDateTime.parse('2024-02-29T00:00:00+05:45')
        '{"day":null,"time":null}'             || null                       | null
    }

    def 'what is no date or date-time is refused: #value for #name'() {
        when:
        read("{\"$name\":$value}")

        then:
        def e = thrown(UnreadableBodyException)
        e.message.startsWith("it is not JSON of the documented form: the value at $name is invalid (line 1, column ")

        where:
        name   | value
        'day'  | '""'
        'day'  | '"2023-02-29"'
        'day'  | '"2024-02-29T00:00:00Z"'
        'day'  | '19782'
        'day'  | '[2024,2,29]'
        'day'  | '{}'
        'day'  | 'true'
        'time' | '""'
        'time' | '"2024-02-29"'
        'time' | '"2024-02-29T00:00:00"'
        'time' | '1709164800'
        'time' | '[2024,2,29,0,0]'
    }

    def 'an object is refused if it has a name twice, even if it is null or unknown: #json'() {
        when:
        read(json)

        then:
        def e = thrown(UnreadableBodyException)
        e.message.startsWith('it is not JSON of the documented form: malformed (line 1, column ')

        where:
        json << ['{"day":null,"day":null}', '{"day":null,"day":"2024-02-29"}', '{"day":"2024-02-29","day":null}', '{"day":null,"x":1,"x":1}', '{"day":null,"x":{"a":1,"a":1}}', '{"day":null,"x":[{"a":{},"a":1}]}']
    }

    def 'an object needs a property of its own: #json'() {
        when:
        read(json)

        then:
        def e = thrown(UnreadableBodyException)
        e.message == 'it has none of the properties of Dated'

        where:
        json << ['{}', '{"x":{"day":null}}', '{"x":[{"day":null}]}', '{"x":"day"}', '{"Day":null}']
    }

    def 'the properties of another object do not matter: #json'() {
        expect:
        read(json) == new Dated(null, null)

        where:
        json << ['{"day":null,"x":[{"a":1},{"a":1}],"y":{"x":1,"y":{"x":1}}}', '{"x":{"day":1},"time":null}', '{"x":1,"day":null}']
    }

    def 'a body that is null is refused'() {
        when:
        read('null')

        then:
        def e = thrown(UnreadableBodyException)
        e.message == 'it is null'
    }

    def 'what is no object is refused: #json'() {
        when:
        read(json)

        then:
        def e = thrown(UnreadableBodyException)
        e.message == 'it is not JSON of the documented form: its root value is invalid (line 1, column 1)'

        where:
        json << ['[]', '[{"day":null}]', '1', 'true', '"day"']
    }

    def 'a body may begin with a byte order mark'() {
        expect:
        read('\uFEFF{"day":"2024-02-29"}').day() == LocalDate.of(2024, 2, 29)
        read('\uFEFF{"day":null}').day() == null
    }

    private static Dated read(String json) {
        new BodyDecoder(Mappers.json()).decode(json.getBytes('UTF-8'), MediaType.parse('application/json'), Dated) as Dated
    }
}
