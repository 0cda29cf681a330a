package io.github.partnercenter4j.conformance.judge

import groovy.transform.CompileStatic
import java.nio.charset.Charset
import javax.xml.XMLConstants
import javax.xml.parsers.DocumentBuilder
import javax.xml.parsers.DocumentBuilderFactory
import javax.xml.parsers.SAXParserFactory
import org.w3c.dom.Document
import org.xml.sax.ErrorHandler
import org.xml.sax.InputSource
import org.xml.sax.SAXException
import org.xml.sax.SAXParseException
import org.xml.sax.XMLReader

/** Reads XML without fetching anything. The charset parameter takes precedence over the declaration (RFC 7303). */
@CompileStatic
class XmlSource {
    private static final String NO_DOCTYPE = 'http://apache.org/xml/features/disallow-doctype-decl'
    private static final ErrorHandler THROWING = new ErrorHandler() {
        @Override
        void warning(SAXParseException e) throws SAXException {
        }

        @Override
        void error(SAXParseException e) throws SAXException {
            throw e
        }

        @Override
        void fatalError(SAXParseException e) throws SAXException {
            throw e
        }
    }

    private final byte[] body
    private final String charset

    XmlSource(byte[] body, String charset) {
        this.body = body
        this.charset = charset
    }

    /** @throws IOException if the bytes are not in the charset of the parameter */
    InputSource input() throws IOException {
        charset == null ? new InputSource(new ByteArrayInputStream(body))
                : new InputSource(new StringReader(StrictText.withoutMark(StrictText.decode(body, charset()))))
    }

    private Charset charset() throws IOException {
        try {
            return Charset.forName(charset)
        } catch (IllegalArgumentException ignored) {
            throw new UnsupportedEncodingException(charset)
        }
    }

    Document document() throws IOException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance()
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true)
        factory.setFeature(NO_DOCTYPE, true)
        DocumentBuilder builder = factory.newDocumentBuilder()
        builder.errorHandler = THROWING
        builder.parse(input())
    }

    static XMLReader reader() {
        SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance()
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true)
        factory.setFeature(NO_DOCTYPE, true)
        XMLReader reader = factory.newSAXParser().XMLReader
        reader.errorHandler = THROWING
        reader
    }
}
