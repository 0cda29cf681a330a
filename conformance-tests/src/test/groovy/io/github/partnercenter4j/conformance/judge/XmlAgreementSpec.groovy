package io.github.partnercenter4j.conformance.judge

import com.fasterxml.jackson.databind.JsonNode
import io.github.partnercenter4j.conformance.model.Sample
import io.github.partnercenter4j.sandbox.spec.SpecModel
import io.github.partnercenter4j.testing.SpecDocument
import javax.xml.transform.OutputKeys
import javax.xml.transform.TransformerFactory
import javax.xml.transform.dom.DOMSource
import javax.xml.transform.stream.StreamResult
import org.w3c.dom.Document
import org.w3c.dom.Element
import spock.lang.Shared
import spock.lang.Specification

/** The two judges of XML agree at every place and on thousands of random bodies. If they did not, the judge would throw. */
class XmlAgreementSpec extends Specification {
    private static final long SEED = Long.getLong('conformance.seed', 20261121)
    private static final int DOCUMENTS = Sample.EVERYTHING ? 400 : 100
    private static final String INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance'
    private static final EVERYTHING = SpecDocument.CURRENT.responses('getProvisioningStatus').find { it.mediaType == 'text/xml' && it.example == 'everything' }.body
    private static final FAULT = SpecDocument.CURRENT.responses('getProvisioningStatus').find { it.mediaType == 'text/xml' && it.status == 500 }.body

    /** Faults of one element, and when they must be rejected: always, or only if the spec requires the element. */
    private static final Map<String, List> FAULTS = [
            'dropped'                    : ['where required', { Element e -> e.parentNode.removeChild(e) }],
            'renamed'                    : ['where required, and an item', { Element e -> e.ownerDocument.renameNode(e, null, 'other') }],
            'in another case'            : ['always', { Element e -> e.ownerDocument.renameNode(e, null, other(e.localName)) }],
            'in a namespace'             : ['always', { Element e -> e.ownerDocument.renameNode(e, 'urn:other', 'o:' + e.localName) }],
            'twice'                      : ['unless an item', { Element e -> e.parentNode.appendChild(e.cloneNode(true)) }],
            'nil'                        : ['always', { Element e -> e.textContent = ''; e.setAttributeNS(INSTANCE, 'i:nil', 'true') }],
            'with an attribute'          : ['always', { Element e -> e.setAttribute('a', '1') }],
            'an attribute of its parent' : ['always', { Element e -> e.parentNode.setAttribute(e.localName, e.textContent); e.parentNode.removeChild(e) }],
            'elements where text belongs': ['of a value', { Element e -> e.textContent = ''; e.appendChild(e.ownerDocument.createElement('x')) }],
            'text where elements belong' : ['of elements', { Element e -> e.appendChild(e.ownerDocument.createTextNode('x')) }],
            'without its wrapper'        : ['of a list', { Element e -> children(e).each { e.parentNode.insertBefore(it, e) }; e.parentNode.removeChild(e) }],
            'its items renamed'          : ['of a list', { Element e -> children(e).each { it.ownerDocument.renameNode(it, null, 'item') } }]
    ]
    @Shared
    SpecModel orders = SpecModel.bundled()

    @Shared
    SpecModel small = SpecModel.read(getClass().getResource('/judge/small.yaml').getText('UTF-8'))

    @Shared
    SpecModel names = SpecModel.read(getClass().getResource('/judge/names.yaml').getText('UTF-8'))

    def 'the YAML says whether the element at #path is required, a list or an item'() {
        expect:
        at(path).with { [isRequired(it), isList(it), isItem(it)] } == [required, list, item]

        where:
        path                                                                             || required | list  | item
        []                                                                               || false    | false | false
        ['totalCount']                                                                   || true     | false | false
        ['items']                                                                        || true     | true  | false
        ['items', 'OrderLineItemProvisioningStatus']                                     || false    | false | true
        ['items', 'OrderLineItemProvisioningStatus', 'orderLineItemId']                  || false    | false | false
        ['items', 'OrderLineItemProvisioningStatus', 'quantityProvisioningInformation']  || false    | true  | false
        ['links']                                                                        || false    | false | false
        ['links', 'self', 'uri']                                                         || true     | false | false
        ['links', 'next', 'headers', 'KeyValuePair', 'key']                              || true     | false | false
    }

    def 'at every place of #schema, an element #fault is rejected #when'() {
        given:
        def judge = new XmlJudge(orders, new Schemas(orders))
        def count = elements(parsed(example)).size()

        when:
        def wrong = (1..<count).findAll { place ->
            def document = parsed(example)
            def element = elements(document)[place]
            def expected = isRejected(when, element)
            alteration.call(element)
            expected != null && expected == judge.objections(orders.schemas()[schema], written(document).getBytes('UTF-8'), null).empty
        }

        then:
        wrong.collect { elements(parsed(example))[it].localName } == []

        where:
        [[schema, example], [fault, when, alteration]] << [
                [['OrderLineItemProvisioningStatusCollection', EVERYTHING], ['Fault', FAULT]], FAULTS.collect { name, rule -> [name, *rule] }].combinations()
    }

    def 'random XML of #schema is accepted, and the judges agree on altered XML (seed #seed)'() {
        given:
        def judge = new XmlJudge(model, new Schemas(model))
        def random = new RandomXml(model, seed)
        def verdicts = [good: [], altered: []]

        when:
        DOCUMENTS.times {
            def good = random.good(model.schemas()[schema])
            verdicts.good << verdict(judge, model, schema, good)
            verdicts.altered << verdict(judge, model, schema, random.altered(good))
        }

        then:
        verdicts.good.findAll() == []

        and: 'some altered ones are good and some are not'
        verdicts.altered.count(null) > DOCUMENTS / 20
        verdicts.altered.findAll().size() > DOCUMENTS / 4

        where:
        model  | schema
        orders | 'OrderLineItemProvisioningStatusCollection'
        orders | 'Fault'
        small  | 'Thing'
        names  | 'Names'
        seed = SEED
    }

    /** Returns null for good XML, and else the XML with the objections. */
    private static String verdict(XmlJudge judge, SpecModel model, String schema, String document) {
        try {
            def objections = judge.objections(model.schemas()[schema], document.getBytes('UTF-8'), null)
            objections ? "$objections in $document" : null
        } catch (JudgesDisagree e) {
            throw new AssertionError("$document: $e.message", e)
        }
    }

    /** Returns null if the fault is not possible at this element. */
    private static Boolean isRejected(String when, Element element) {
        def hasElements = !children(element).empty
        switch (when) {
            case 'always': return true
            case 'where required': return isRequired(element)
            case 'where required, and an item': return isItem(element) || isRequired(element)
            case 'unless an item': return !isItem(element)
            case 'of a value': return hasElements ? null : true
            case 'of elements': return hasElements ? true : null
            default: return isList(element) && hasElements ? true : null
        }
    }

    private static boolean isItem(Element element) {
        element.parentNode instanceof Element && isList(element.parentNode)
    }

    private static boolean isList(Element element) {
        declared(element).path('type').asText() == 'array'
    }

    private static boolean isRequired(Element element) {
        if (!(element.parentNode instanceof Element) || isItem(element)) {
            return false
        }
        def parent = declared(element.parentNode)
        parent.path('required')*.asText().contains(property(parent, element).key)
    }

    /** Returns what the YAML says about an element, without the model of the sandbox, which the judges use. */
    private static JsonNode declared(Element element) {
        if (!(element.parentNode instanceof Element)) {
            return resolved(SpecDocument.CURRENT.tree.at("/components/schemas/$element.localName"))
        }
        def parent = declared(element.parentNode)
        resolved(parent.path('type').asText() == 'array' ? parent.path('items') : property(parent, element).value)
    }

    private static Map.Entry<String, JsonNode> property(JsonNode schema, Element element) {
        schema.path('properties').properties().find { it.value.at('/xml/name').asText(it.key) == element.localName }
    }

    private static JsonNode resolved(JsonNode declared) {
        def reference = declared.has('allOf') ? declared.path('allOf').path(0) : declared
        reference.has('$ref') ? SpecDocument.CURRENT.tree.at(reference.path('$ref').asText().substring(1)) : declared
    }

    /** Returns an element of the example in which everything has a value. */
    private static Element at(List<String> path) {
        path.inject(parsed(EVERYTHING).documentElement) { Element element, String name -> children(element).find { it.localName == name } }
    }

    private static String other(String name) {
        Character.isUpperCase(name.charAt(0)) ? name.uncapitalize() : name.capitalize()
    }

    private static List<Element> children(Element element) {
        (0..<element.childNodes.length).collect { element.childNodes.item(it) }.findAll { it instanceof Element }
    }

    private static List<Element> elements(Document document) {
        def nodes = document.getElementsByTagName('*')
        (0..<nodes.length).collect { nodes.item(it) }
    }

    private static Document parsed(String xml) {
        new XmlSource(xml.replaceAll('>\\s+<', '><').getBytes('UTF-8'), null).document()
    }

    private static String written(Document document) {
        def out = new StringWriter()
        def transformer = TransformerFactory.newDefaultInstance().newTransformer()
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, 'yes')
        transformer.transform(new DOMSource(document), new StreamResult(out))
        out.toString()
    }
}
