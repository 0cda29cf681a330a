package io.github.partnercenter4j.client.internal.body

import javax.xml.stream.Location
import javax.xml.stream.XMLStreamException
import spock.lang.Specification

class InvalidXmlExceptionSpec extends Specification {
    def 'the messages of the parser are not shown, because they may quote the XML: #described'(XMLStreamException e, String described) {
        expect:
        InvalidXmlException.describe(e) == described

        where:
        e                                           || described
        new InvalidXmlException('it is nil')        || 'it is nil'
        new XMLStreamException('s3cret')            || 'malformed'
        new XMLStreamException('s3cret', at(12, 3)) || 'malformed (line 12, column 3)'
    }

    private static Location at(int line, int column) {
        [getLineNumber: { line }, getColumnNumber: { column }] as Location
    }
}
