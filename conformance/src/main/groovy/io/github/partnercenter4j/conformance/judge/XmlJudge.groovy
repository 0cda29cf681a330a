package io.github.partnercenter4j.conformance.judge

import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.SpecModel
import org.w3c.dom.Document
import org.xml.sax.SAXException

/**
 * Judges XML twice: by a grammar, which is made from the spec as it is written, and by its tree, which is read with the model of the sandbox.
 * Fails if the two disagree, so an error in one of them is noticed.
 */
@CompileStatic
class XmlJudge {
    private final Schemas schemas
    private final XmlTree tree
    private final RawDocument document
    private final Map<String, Grammar> grammars = [:]

    XmlJudge(SpecModel spec, Schemas schemas) {
        document = new RawDocument(spec.source())
        this.schemas = schemas
        tree = new XmlTree(spec)
    }

    /** @throws JudgesDisagree if one of the two accepts what the other rejects */
    List<Objection> objections(Schema schema, byte[] body, String charset) {
        XmlSource source = new XmlSource(body, charset)
        try {
            List<Objection> byGrammar = grammar(schema).objections(source)
            XmlReading reading = reading(schema, source)
            if (byGrammar.empty != reading.objections.findAll { !(it.rule in GrammarValues.NOT_EXPRESSED) }.empty) {
                throw new JudgesDisagree(byGrammar, reading.objections)
            }
            return reading.objections + reading.lookAlikes
        } catch (IOException e) {
            return [new Objection('body', 'encoding', "is not in its charset: ${e.message}")]
        }
    }

    private XmlReading reading(Schema schema, XmlSource source) throws IOException {
        try {
            Document document = source.document()
            XmlReading reading = tree.read(schema, document.documentElement)
            if (document.xmlVersion != '1.0') {
                reading.object('body', 'malformed', 'is XML ' + document.xmlVersion)
            }
            Set<String> told = reading.objections*.place as Set<String>
            reading.objections.addAll(schemas.objections(schema, reading.tree).findAll { !(it.place in told) })
            return reading
        } catch (SAXException e) {
            XmlReading nothing = new XmlReading()
            nothing.object('body', 'malformed', e.message)
            return nothing
        }
    }

    private synchronized Grammar grammar(Schema schema) {
        grammars.computeIfAbsent(schema.pointer()) { new Grammar(GrammarText.of(document, schema.pointer())) }
    }
}
