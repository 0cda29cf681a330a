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

    private static Dated read(String json) {
        new BodyDecoder(Mappers.json()).decode(json.getBytes('UTF-8'), MediaType.parse('application/json'), Dated) as Dated
    }
}
