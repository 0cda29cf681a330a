package io.github.partnercenter4j.conformance.judge

import com.thaiopensource.util.PropertyMap
import com.thaiopensource.util.PropertyMapBuilder
import com.thaiopensource.validate.Schema as RelaxNg
import com.thaiopensource.validate.ValidateProperty
import com.thaiopensource.validate.Validator
import com.thaiopensource.validate.rng.SAXSchemaReader
import groovy.transform.CompileStatic
import org.xml.sax.InputSource
import org.xml.sax.SAXException
import org.xml.sax.SAXParseException
import org.xml.sax.XMLReader
import org.xml.sax.ext.Locator2
import org.xml.sax.helpers.DefaultHandler
import org.xml.sax.helpers.XMLFilterImpl

/** Judges XML by a RELAX NG grammar, with Jing. The place of an objection is a line. */
@CompileStatic
class Grammar {
    private final RelaxNg grammar

    Grammar(String text) {
        grammar = SAXSchemaReader.instance.createSchema(new InputSource(new StringReader(text)), properties(new Objections()))
    }

    List<Objection> objections(XmlSource source) throws IOException {
        Objections found = new Objections()
        Validator validator = grammar.createValidator(properties(found))
        XMLReader reader = new Version1(XmlSource.reader())
        reader.contentHandler = validator.contentHandler
        try {
            reader.parse(source.input())
        } catch (SAXException e) {
            found.objections << new Objection('body', 'malformed', e.message)
        }
        found.objections
    }

    private static PropertyMap properties(Objections found) {
        PropertyMapBuilder properties = new PropertyMapBuilder()
        properties.put(ValidateProperty.ERROR_HANDLER, found)
        properties.toPropertyMap()
    }

    private static class Objections extends DefaultHandler {
        final List<Objection> objections = []

        @Override
        void error(SAXParseException e) {
            objections << new Objection("line ${e.lineNumber}, column ${e.columnNumber}", 'grammar', e.message)
        }
    }

    /** Rejects XML 1.1, which allows other characters and line ends. */
    private static class Version1 extends XMLFilterImpl {
        private org.xml.sax.Locator locator

        Version1(XMLReader reader) {
            super(reader)
        }

        @Override
        void setDocumentLocator(org.xml.sax.Locator value) {
            locator = value
            super.setDocumentLocator(value)
        }

        @Override
        void startElement(String uri, String local, String name, org.xml.sax.Attributes attributes) throws SAXException {
            if (locator instanceof Locator2 && ((Locator2) locator).XMLVersion == '1.1') {
                throw new SAXException('is XML 1.1')
            }
            super.startElement(uri, local, name, attributes)
        }
    }
}
