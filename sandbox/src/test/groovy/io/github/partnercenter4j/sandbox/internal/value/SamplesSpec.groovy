package io.github.partnercenter4j.sandbox.internal.value

import java.util.regex.Pattern
import spock.lang.Specification

class SamplesSpec extends Specification {

    def "near #preferred, a number from #minimum to #maximum (exclusive: #exclusiveMinimum, #exclusiveMaximum), whole: #whole, multiple of #multipleOf, is #number"(
            BigDecimal preferred, boolean whole, BigDecimal minimum, BigDecimal maximum, boolean exclusiveMinimum, boolean exclusiveMaximum, BigDecimal multipleOf, BigDecimal number) {
        given:
        def sample = new NumberSample(whole, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf)

        expect:
        sample.near(preferred).orElse(null) <=> number == 0
        number == null || sample.allows(number)

        where:
        preferred | whole | minimum | maximum | exclusiveMinimum | exclusiveMaximum | multipleOf || number
        1         | true  | null    | null    | false            | false            | null       || 1
        1         | true  | 7       | null    | false            | false            | null       || 7
        1         | true  | 7       | null    | true             | false            | null       || 8
        1         | true  | null    | -7      | false            | false            | null       || -7
        1         | true  | null    | -7      | false            | true             | null       || -8
        1         | true  | 1.5     | null    | false            | false            | null       || 2
        1         | true  | null    | -1.5    | false            | false            | null       || -2
        1         | true  | 3       | 4       | true             | true             | null       || null
        1         | true  | null    | null    | false            | false            | 5          || 5
        1         | true  | 6       | 9       | false            | false            | 5          || null
        1         | true  | 10      | null    | true             | false            | 5          || 15
        1         | true  | 1       | null    | false            | false            | 1.5        || 3
        1         | true  | 1       | null    | false            | false            | 0.07       || 7
        1.5       | false | null    | null    | false            | false            | null       || 1.5
        1.5       | false | 2       | null    | false            | false            | null       || 2
        1.5       | false | 2       | null    | true             | false            | null       || 3
        1.5       | false | null    | 0       | false            | true             | null       || -1
        1.5       | false | 0       | 1       | true             | true             | null       || 0.5
        1.5       | false | 1.75    | 2       | false            | false            | null       || 1.75
        1.5       | false | 2       | 2       | false            | false            | null       || 2
        1.5       | false | 2       | 2       | true             | false            | null       || null
        1.5       | false | 0       | null    | true             | false            | 0.01       || 1.5
        1.5       | false | 0       | 1       | true             | false            | 0.01       || 0.01
        1.5       | false | null    | -0.001  | false            | false            | 0.01       || -0.01
    }

    def "a text near '#preferred' of #minLength to #maxLength characters is '#text'"() {
        expect:
        new TextSample(minLength, maxLength, null).near(preferred).get() == text
        new TextSample(minLength, maxLength, null).allows(text)

        where:
        preferred | minLength | maxLength || text
        'name'    | 0         | null      || 'name'
        'name'    | 6         | null      || 'namexx'
        'name'    | 0         | 3         || 'nam'
        'name'    | 4         | 4         || 'name'
    }

    def "a text is found for #pattern of #minLength to #maxLength characters, always the same"() {
        given:
        def sample = new TextSample(minLength, maxLength, Pattern.compile(pattern))

        when:
        def text = sample.near('name').get()

        then:
        sample.allows(text)
        sample.near('name').get() == text

        where:
        pattern                                      | minLength | maxLength
        '^[A-Z]{2}$'                                 | 0         | null
        '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' | 0 | null
        '^[a-z]+$'                                   | 12        | 12
        '^[a-z]*$'                                   | 1         | 3
        '^(EUR|USD)$'                                | 0         | null
        'name'                                       | 0         | null
        '^\\d{4}-(0[1-9]|1[0-2])$'                   | 0         | null
        '^[^@]+@[a-z]+\\.com$'                       | 0         | 20
        '^.{3,5}$'                                   | 4         | 4
        '^[\\w.-]+$'                                 | 0         | null
    }

    def "the preferred text stays if it fits the pattern, and a text that no pattern allows is not found"() {
        expect:
        new TextSample(0, null, ~/^[a-z]+$/).near('name').get() == 'name'
        new TextSample(0, 3, ~/^[a-z]{4}$/).near('x').empty
        !new TextSample(0, null, ~/^a$/).allows('b')
        !new TextSample(2, null, null).allows('\uD83D\uDE00')
        new TextSample(0, 1, null).allows('\uD83D\uDE00')
    }
}
