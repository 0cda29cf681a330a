package io.github.partnercenter4j.client.internal.body

import com.fasterxml.jackson.core.JsonFactory
import com.fasterxml.jackson.core.JsonParseException
import com.fasterxml.jackson.core.JsonToken
import com.fasterxml.jackson.databind.util.TokenBuffer
import spock.lang.Specification

class UniqueNamesParserSpec extends Specification {
    def 'an object may not have a name twice, however it is read: #json'() {
        when:
        def parser = parser(json)
        while (read(parser) != null || !parser.closed) {}

        then:
        def e = thrown(JsonParseException)
        e.originalMessage == 'Duplicate name'

        where:
        [json, read] << [
                ['{"a":1,"a":1}', '{"a":1,"b":2,"a":3}', '[{"a":{"b":1,"b":2}}]', '{"a":{"a":1},"b":{"a":1,"c":[{}],"a":2}}', '{"a":[{"a":1}],"a":1}', '{"a":1,"\\u0061":1}'],
                [{ it.nextToken() }, { it.nextValue() }, { it.nextFieldName() }, { it.nextToken(); it.skipChildren(); it.currentToken() }]].combinations()
    }

    def 'different objects may have the same names: #json'() {
        given:
        def parser = parser(json)

        expect:
        while (read(parser) != null || !parser.closed) {}

        where:
        [json, read] << [
                ['{"a":{"a":{"a":1}}}', '[{"a":1},{"a":1}]', '{"x":[{"a":1,"b":1},{"b":1,"a":1}],"a":{},"b":{"a":1}}', '{"a":"b","b":"a"}'],
                [{ it.nextToken() }, { it.nextValue() }, { it.nextFieldName() }, { it.nextToken(); it.skipChildren(); it.currentToken() }]].combinations()
    }

    def 'the next field name is null for any other token'() {
        given:
        def parser = parser('{"a":"b","c":{}}')

        expect:
        (1..7).collect { parser.nextFieldName() } == [null, 'a', null, 'c', null, null, null]
    }

    def 'the next value follows its name'() {
        given:
        def parser = parser('{"a":"b","c":[1]}')

        expect:
        (1..6).collect { parser.nextValue() } ==
                [JsonToken.START_OBJECT, JsonToken.VALUE_STRING, JsonToken.START_ARRAY, JsonToken.VALUE_NUMBER_INT, JsonToken.END_ARRAY, JsonToken.END_OBJECT]
    }

    def 'what is skipped ends with #last: #json'() {
        given:
        def parser = parser(json)
        tokens.times { parser.nextToken() }

        when:
        def skipped = parser.skipChildren()

        then:
        skipped.is(parser)
        parser.currentToken() == last
        parser.nextToken() == next

        where:
        json                 | tokens || last                       | next
        '{"a":[[1],{}]} 2'   | 0      || null                       | JsonToken.START_OBJECT
        '{"a":[[1],{}]} 2'   | 1      || JsonToken.END_OBJECT       | JsonToken.VALUE_NUMBER_INT
        '{"a":[[1],{}]} 2'   | 2      || JsonToken.FIELD_NAME       | JsonToken.START_ARRAY
        '{"a":[[1],{}]} 2'   | 3      || JsonToken.END_ARRAY        | JsonToken.END_OBJECT
        '{"a":[[1],{}]} 2'   | 5      || JsonToken.VALUE_NUMBER_INT | JsonToken.END_ARRAY
    }

    def 'an object that never ends is skipped to the end of the input'() {
        given:
        def tokens = new TokenBuffer(null, false)
        tokens.writeStartObject()
        def parser = new UniqueNamesParser(tokens.asParser())
        parser.nextToken()

        expect:
        parser.skipChildren().is(parser)
        parser.currentToken() == null
    }

    def 'a text is as it was sent, and a short one that repeats is the same String'() {
        given:
        def parser = parser('["é\\n","","x","x",1.50,true]')
        def texts = (1..7).collect { parser.nextToken(); parser.getText() }

        expect:
        texts == ['[', 'é\n', '', 'x', 'x', '1.50', 'true']
        texts[3].is(texts[4])
    }

    private static UniqueNamesParser parser(String json) {
        new UniqueNamesParser(new JsonFactory().createParser(json))
    }
}
