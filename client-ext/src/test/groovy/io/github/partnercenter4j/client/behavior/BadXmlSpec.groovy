package io.github.partnercenter4j.client.behavior

import static io.github.partnercenter4j.client.behavior.BadInputs.REFUSED

import io.github.partnercenter4j.client.DecodingException
import io.github.partnercenter4j.client.behavior.BadInputs.Document
import io.github.partnercenter4j.model.KeyValuePair
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatus
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection
import io.github.partnercenter4j.model.QuantityProvisioningStatus
import io.github.partnercenter4j.model.ResourceAttributes
import io.github.partnercenter4j.model.ResourceLinks
import io.github.partnercenter4j.testing.Literals
import io.github.partnercenter4j.testing.StubServer
import spock.lang.AutoCleanup
import spock.lang.Shared

class BadXmlSpec extends BadBodySpecification {
    private static final String ROOT = 'OrderLineItemProvisioningStatusCollection'
    private static final String NIL = 'xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"'
    private static final String SAMPLE = root('<totalCount>1</totalCount><items><OrderLineItemProvisioningStatus><orderLineItemId>0</orderLineItemId>' +
            '<lineItemNumber>0</lineItemNumber><status>fulfilled</status><quantityProvisioningInformation><QuantityProvisioningStatus>' +
            '<quantity>1</quantity><status>fulfilled</status></QuantityProvisioningStatus></quantityProvisioningInformation>' +
            '</OrderLineItemProvisioningStatus></items><attributes><objectType>Collection</objectType></attributes>')
    private static final OrderLineItemProvisioningStatus EMPTY_ITEM = OrderLineItemProvisioningStatus.builder().build()

    /** The places of an integer, each with a closure that reads it back. */
    private static final Map<String, Closure> INTEGERS = [
            '<totalCount>VALUE</totalCount>'                                                  : { it.totalCount() },
            '<items><a><orderLineItemId>VALUE</orderLineItemId></a></items>'                  : { it.items()[0].orderLineItemId() },
            '<items><a><lineItemNumber>VALUE</lineItemNumber></a></items>'                    : { it.items()[0].lineItemNumber() },
            '<items><a><quantityProvisioningInformation><b><quantity>VALUE</quantity></b></quantityProvisioningInformation></a></items>':
                    { it.items()[0].quantityProvisioningInformation()[0].quantity() }
    ]

    /** The places of a string. */
    private static final Map<String, Closure> TEXTS = [
            '<items><a><status>VALUE</status></a></items>'                                    : { it.items()[0].status() },
            '<items><a><quantityProvisioningInformation><b><status>VALUE</status></b></quantityProvisioningInformation></a></items>':
                    { it.items()[0].quantityProvisioningInformation()[0].status() },
            '<attributes><etag>VALUE</etag></attributes>'                                     : { it.attributes().etag() },
            '<attributes><objectType>VALUE</objectType></attributes>'                         : { it.attributes().objectType() },
            '<links><self><uri>VALUE</uri></self></links>'                                    : { it.links().self().uri() },
            '<links><next><method>VALUE</method></next></links>'                              : { it.links().next().method() },
            '<links><previous><body>VALUE</body></previous></links>'                          : { it.links().previous().body() },
            '<links><self><headers><a><key>VALUE</key></a></headers></self></links>'          : { it.links().self().headers()[0].key() },
            '<links><self><headers><a><value>VALUE</value></a></headers></self></links>'      : { it.links().self().headers()[0].value() }
    ]

    /** The places of an object or a list: the opening and closing tags around the content. */
    private static final List<String> OBJECTS = ['<attributes ATTRIBUTE>VALUE</attributes>', '<links ATTRIBUTE>VALUE</links>', '<links><self ATTRIBUTE>VALUE</self></links>',
                                                 '<links><next ATTRIBUTE>VALUE</next></links>', '<links><previous ATTRIBUTE>VALUE</previous></links>']
    private static final List<String> LISTS = ['<items ATTRIBUTE>VALUE</items>', '<items><a><quantityProvisioningInformation ATTRIBUTE>VALUE</quantityProvisioningInformation></a></items>',
                                               '<links><self><headers ATTRIBUTE>VALUE</headers></self></links>']

    /** Receives any external entity that the client fetches by mistake. */
    @Shared
    @AutoCleanup
    static StubServer elsewhere = new StubServer()

    static final Map<String, Map<String, List<Document>>> ROWS = [
            'document type and inclusions': [
                    'any DOCTYPE'            : ["<!DOCTYPE $ROOT [<!ELEMENT $ROOT ANY>]>", "<?xml version='1.0'?>\n<!--c--><!DOCTYPE x>"].collect { refused(it + SAMPLE) },
                    'an empty DOCTYPE'       : [refused("<!DOCTYPE $ROOT>" + SAMPLE), refused("<!DOCTYPE $ROOT []>" + SAMPLE)],
                    'internal entities'      : [refused('<!DOCTYPE a [<!ENTITY e "1">]>' + root('<totalCount>&e;</totalCount>')),
                                                refused('<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>' +
                                                        root('<attributes><etag>&c;</etag></attributes>')),
                                                refused(root('<attributes><etag>&undeclared;</etag></attributes>'))],
                    'external entities'      : [refused("<!DOCTYPE a [<!ENTITY e SYSTEM \"${elsewhere.baseUrl}/e\">]>" + root('<attributes><etag>&e;</etag></attributes>')),
                                                refused("<!DOCTYPE a SYSTEM \"${elsewhere.baseUrl}/a.dtd\">" + SAMPLE), refused('<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + root('<attributes><etag>&e;</etag></attributes>'))],
                    'parameter entities'     : [refused("<!DOCTYPE a [<!ENTITY % p SYSTEM \"${elsewhere.baseUrl}/p\"> %p;]>" + SAMPLE)],
                    'XInclude'               : [read(root("<totalCount>1</totalCount><xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='${elsewhere.baseUrl}/x'/>")) { it.totalCount() == 1 }],
                    'schemaLocation'         : [read("<$ROOT xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='urn:a ${elsewhere.baseUrl}/s.xsd' xsi:noNamespaceSchemaLocation='${elsewhere.baseUrl}/s.xsd'><totalCount>1</totalCount></$ROOT>") { it.totalCount() == 1 }],
                    'stylesheet instructions': [read("<?xml-stylesheet type='text/xsl' href='${elsewhere.baseUrl}/s.xsl'?>" + SAMPLE) { it == Literals.SAMPLE }]
            ],
            'XML 1.1'              : ['XML 1.1': [refused('<?xml version="1.1"?>' + SAMPLE), refused('<?xml version="1.1" encoding="UTF-8"?>' + root('<attributes><etag>&#x1;</etag></attributes>')),
                                                  refused('<?xml version="2.0"?>' + SAMPLE)]],
            'malformed'            : [
                    'not well-formed'          : ['', ' ', '<', "<$ROOT>", "<$ROOT><totalCount>1</$ROOT>", "<$ROOT a='1' a='2'><totalCount>1</totalCount></$ROOT>", root('<totalCount>1'), root('<totalCount>1</totalcount>'),
                                                  root('<p:totalCount>1</p:totalCount>'), root('<totalCount>1 & 2</totalCount>'), root('<!-- -- --><totalCount>1</totalCount>'), root('<totalCount><![CDATA[1</totalCount>'),
                                                  ' <?xml version="1.0"?>' + SAMPLE, root('<a>]]></a><totalCount>1</totalCount>')].collect { refused(it) },
                    'truncated at any byte'    : (1..<SAMPLE.length()).collect { refused(SAMPLE.substring(0, it)) },
                    'a character that XML forbids': ['&#x1;', '&#0;', '&#xFFFE;', '&#xD800;', '\u0001', '\uFFFE'].collectMany { everywhere(TEXTS.keySet(), it) },
                    'content after the root'   : ['x', '<a/>', SAMPLE, '<!DOCTYPE a>', '&amp;', '<![CDATA[]]>'].collect { refused(SAMPLE + it) }
            ],
            'something else'       : [
                    'another root'            : ['OrderLineItemProvisioningStatus', 'Collection', 'ResourceCollectionOf', 'ResourceCollectionOfOrder', 'ResourceCollectionOfOrderLineItemProvisioningStatusX',
                                                 'ArrayOfOrderLineItemProvisioningStatus', 'root', 'items'].collect { refused("<$it><totalCount>1</totalCount><items/></$it>") },
                    'the fault\'s root in a 200': ['<Fault><code>1</code><description>d</description></Fault>', '<ApiFault><Code>1</Code></ApiFault>', '<Error><Message>m</Message></Error>'].collect { refused(it) },
                    'HTML'                    : ['<html><body><p>Sign in</p></body></html>', '<!doctype html><html></html>', "<html>$SAMPLE</html>"].collect { refused(it) },
                    'JSON'                    : [refused('{"totalCount":1,"items":[]}'), refused('[]')],
                    'a nil root'              : [refused("<$ROOT $NIL/>"), refused("<$ROOT $NIL><totalCount>1</totalCount></$ROOT>")],
                    'an empty root'           : [refused("<$ROOT/>"), refused("<$ROOT></$ROOT>"), refused("<$ROOT> <!--c--> </$ROOT>"), refused(root('<x>1</x>'))]
            ],
            'root names'           : [
                    'of the spec'              : [read(SAMPLE) { it == Literals.SAMPLE }],
                    'of DataContractSerializer': ['SmVQeeax', 'AbCd0_9z', '_P_S_P_S'].collect { hash -> read(SAMPLE.replace(ROOT, 'ResourceCollectionOfOrderLineItemProvisioningStatus' + hash)) { it == Literals.SAMPLE } },
                    'of XmlSerializer'         : [read(SAMPLE.replace(ROOT, 'ResourceCollectionOfOrderLineItemProvisioningStatus')) { it == Literals.SAMPLE }],
                    'in another case'          : [read(SAMPLE.replace(ROOT, ROOT.toLowerCase(Locale.ROOT))) { it == Literals.SAMPLE }, read(SAMPLE.replace(ROOT, 'orderLineItemProvisioningStatusCollection')) { it == Literals.SAMPLE }]
            ],
            'names and decoration' : [
                    'PascalCase'                      : [read(SAMPLE.replaceAll(/(<\/?)([a-z])/) { it[1] + it[2].toUpperCase(Locale.ROOT) }) { it == Literals.SAMPLE }],
                    'camelCase'                       : [read(SAMPLE.replaceAll(/(<\/?)([A-Z])/) { it[1] + it[2].toLowerCase(Locale.ROOT) }) { it == Literals.SAMPLE }],
                    '_x003C_Name_x003E_k__BackingField': [read(SAMPLE.replaceAll(/(<\/?)([a-z]\w*)/) { it[1] + '_x003C_' + it[2].capitalize() + '_x003E_k__BackingField' }) { it == Literals.SAMPLE }],
                    'any prefix'                      : [read(SAMPLE.replaceAll(/(<\/?)(\w)/) { it[1] + 'p:' + it[2] }.replaceFirst("<p:$ROOT", "<p:$ROOT xmlns:p='urn:x'")) { it == Literals.SAMPLE }],
                    'any namespace'                   : [read(SAMPLE.replaceFirst("<$ROOT", "<$ROOT xmlns='urn:x'").replace('<items>', "<items xmlns='urn:y'>")) { it == Literals.SAMPLE }],
                    'any order'                       : [read(root('<attributes><objectType>Collection</objectType></attributes><items><a><quantityProvisioningInformation><b><status>fulfilled</status><quantity>1</quantity></b></quantityProvisioningInformation><status>fulfilled</status><lineItemNumber>0</lineItemNumber><orderLineItemId>0</orderLineItemId></a></items><totalCount>1</totalCount>')) { it == Literals.SAMPLE }],
                    'comments'                        : [read(SAMPLE.replace('>', '><!-- c -->').replaceFirst('<!-- c -->$', '')) { it == Literals.SAMPLE }, read(SAMPLE.replace('fulfilled', 'ful<!--x-->filled')) { it == Literals.SAMPLE }],
                    'CDATA'                           : [read(SAMPLE.replace('fulfilled', '<![CDATA[ful]]>fil<![CDATA[led]]>')) { it == Literals.SAMPLE }, read(root('<attributes><etag><![CDATA[<&]]></etag></attributes>')) { it.attributes().etag() == '<&' }],
                    'instructions'                    : [read('<?xml version="1.0" encoding="utf-8" standalone="yes"?><?a b?>' + SAMPLE.replace('<status>', '<?x y?><status><?z?>')) { it == Literals.SAMPLE }],
                    'unknown elements'                : [read(SAMPLE.replace('<status>', '<extra>text<deep><status>no</status></deep>more</extra><status>').replace('<totalCount>', '<x/><totalCount>')) { it == Literals.SAMPLE }],
                    'unknown attributes'              : [read(SAMPLE.replace('<status>', '<status a="b" nil="false">').replace('<items>', '<items count="7">')) { it == Literals.SAMPLE }]
            ],
            'absent'               : [
                    'a nil scalar'  : (INTEGERS + TEXTS).collect { place, value -> read(root(place.replace('>VALUE<', " $NIL><"))) { value(it) == null } } +
                            (INTEGERS + TEXTS).collect { place, value -> read(root(place.replace('>VALUE<', " $NIL>1<"))) { value(it) == null } } +
                            [read(root('<totalCount xmlns:x="http://www.w3.org/2001/XMLSchema-instance" x:nil="1"/>')) { it.totalCount() == null }],
                    'a nil list'    : LISTS.collect { read(root(it.replace('ATTRIBUTE', NIL).replace('VALUE', ''))) { listsOf(it) == [] } },
                    'a nil object'  : OBJECTS.collect { read(root(it.replace('ATTRIBUTE', NIL).replace('VALUE', ''))) { objectsOf(it) == [] } },
                    'a missing one' : [read(root('<items/>')) { it == OrderLineItemProvisioningStatusCollection.builder().build() },
                                       read(root('<items><a><x/></a></items>')) { it.items() == [EMPTY_ITEM] }],
                    'an empty scalar': (INTEGERS + TEXTS).collect { place, value -> read(root(place.replace('VALUE', ''))) { value(it) == null } } +
                            INTEGERS.collect { place, value -> read(root(place.replace('VALUE', ' \n'))) { value(it) == null } },
                    'an empty list' : LISTS.collectMany { place -> ['', ' \n ', '<!--c-->'].collect { content -> read(root(place.replace('ATTRIBUTE', '').replace('VALUE', content))) { listsOf(it) == [] } } },
                    'an empty object': OBJECTS.collectMany { place -> ['', ' \n ', '<!--c-->'].collect { content -> read(root(place.replace('ATTRIBUTE', '').replace('VALUE', content))) { objectsOf(it) == [] } } }
            ],
            'an item of a list'    : [
                    'nil'  : LISTS.collectMany { [refused(root(it.replace('ATTRIBUTE', '').replace('VALUE', "<a $NIL/>"))), refused(root(it.replace('ATTRIBUTE', '').replace('VALUE', "<a><x/></a><a $NIL/>")))] },
                    'empty': [read(root('<items><a/></items>')) { it.items() == [EMPTY_ITEM] }, read(root('<items><a></a><b> </b></items>')) { it.items() == [EMPTY_ITEM] * 2 },
                              read(root('<items><a><quantityProvisioningInformation><b/></quantityProvisioningInformation></a></items>')) { it.items()[0].quantityProvisioningInformation() == [QuantityProvisioningStatus.builder().build()] },
                              read(root('<links><self><headers><a/></headers></self></links>')) { it.links().self().headers() == [KeyValuePair.builder().build()] }]
            ],
            'an integer element'   : [
                    'white space around'       : INTEGERS.collectMany { place, value -> [' 7', '7 ', '\n\t7\r\n'].collect { text -> read(root(place.replace('VALUE', text))) { value(it) == 7 } } },
                    'the minimum and the maximum': INTEGERS.collectMany { place, value -> [Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE].collect { number -> read(root(place.replace('VALUE', "$number"))) { value(it) == number } } },
                    '2^31'          : everywhere(INTEGERS.keySet(), '2147483648'),
                    '-2^31-1'       : everywhere(INTEGERS.keySet(), '-2147483649'),
                    'a plus sign'   : everywhere(INTEGERS.keySet(), '+1'),
                    'a leading zero': everywhere(INTEGERS.keySet(), '01') + everywhere(INTEGERS.keySet(), '-01'),
                    'a fraction'    : ['1.0', '1.5', '.5', '1.'].collectMany { everywhere(INTEGERS.keySet(), it) },
                    'an exponent'   : everywhere(INTEGERS.keySet(), '1e0'),
                    'hexadecimal'   : everywhere(INTEGERS.keySet(), '0x1'),
                    'two numbers'   : everywhere(INTEGERS.keySet(), '1 2') + everywhere(INTEGERS.keySet(), '1,000'),
                    'letters'       : ['one', 'true', 'NaN', '-', '١'].collectMany { everywhere(INTEGERS.keySet(), it) }
            ],
            'lists'                : [
                    'no items' : ['<items/>', '<items></items>', ''].collect { read(root('<totalCount>0</totalCount>' + it)) { it.items() == [] } },
                    'one item' : ['OrderLineItemProvisioningStatus', 'item', 'items', 'anyType'].collect { name -> read(root("<items><$name><status>a</status></$name></items>")) { it.items()*.status() == ['a'] } },
                    'two items': [['a', 'a'], ['a', 'b'], ['items', 'items']].collect { first, second -> read(root("<items><$first><status>a</status></$first> <$second><status>b</status></$second></items>")) { it.items()*.status() == ['a', 'b'] } }
            ],
            'structure'            : [
                    'an element given twice'         : (INTEGERS.keySet() + TEXTS.keySet()).collect { place -> refused(root(place.replaceFirst(/<(\w+)>VALUE<\/\w+>/, '<$1>1</$1><$1>1</$1>'))) } +
                            (OBJECTS + LISTS).collect { place -> refused(root(place.replaceFirst(/<(\w+) ATTRIBUTE>VALUE<\/\w+>/, '<$1/><$1/>'))) } +
                            [refused(root('<totalCount>1</totalCount><TotalCount>1</TotalCount>')), refused(root("<totalCount $NIL/><totalCount>1</totalCount>"))],
                    'text where elements are expected'     : (OBJECTS + LISTS).collect { refused(root(it.replace('ATTRIBUTE', '').replace('VALUE', 'x'))) } + (OBJECTS + LISTS).collect { refused(root(it.replace('ATTRIBUTE', '').replace('VALUE', '<unknown/>x'))) } +
                            [refused(root('x')), refused(root('<totalCount>1</totalCount>x')), refused(root('<items><a>x</a></items>')), refused(root('<items><a><![CDATA[x]]></a></items>'))],
                    'elements where text is expected'    : (INTEGERS.keySet() + TEXTS.keySet()).collectMany { [refused(root(it.replace('VALUE', '<a>1</a>'))), refused(root(it.replace('VALUE', '1<a/>')))] },
                    'a list without its wrapper'     : [refused(root('<items><status>fulfilled</status></items>')), refused(root('<items><lineItemNumber/></items>')),
                                                        refused(root('<items><status>a</status></items><items><status>b</status></items>')),
                                                        refused(root('<items><a><quantityProvisioningInformation><quantity>1</quantity><status>a</status></quantityProvisioningInformation></a></items>')),
                                                        refused(root('<links><self><headers><key>a</key><value>b</value></headers></self></links>'))]
            ],
            'encodings'            : [
                    'UTF-8'              : [text('é日😀'.getBytes('UTF-8'), '', 'application/xml', 'é日😀'), text('é'.getBytes('UTF-8'), '<?xml version="1.0"?>', 'text/xml', 'é')] +
                            [[0xFF], [0xC0, 0x80], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80]].collect { new Document(bytes("<$ROOT><attributes><etag>", it, "</etag></attributes></$ROOT>"), 'application/xml', REFUSED) },
                    'several marks'      : [[[0xEF, 0xBB, 0xBF], 'UTF-8'], [[0xFF, 0xFE], 'UTF-16LE'], [[0xFE, 0xFF], 'UTF-16BE'], [[0xFF, 0xFE, 0, 0], 'UTF-32LE'], [[0, 0, 0xFE, 0xFF], 'UTF-32BE']].collectMany { mark, charset ->
                        [2, 3].collect { times -> new Document(bytes(mark * times, ('<?xml version="1.0"?>' + root('<attributes><etag>é日</etag></attributes>')).getBytes(charset)), 'application/xml', { it.attributes().etag() == 'é日' }) }
                    },
                    'UTF-16 with a mark' : [[[0xFF, 0xFE], 'UTF-16LE'], [[0xFE, 0xFF], 'UTF-16BE']].collect { mark, charset ->
                        new Document(bytes(mark, ('<?xml version="1.0" encoding="utf-16"?>' + root('<attributes><etag>é日</etag></attributes>')).getBytes(charset)), 'application/xml; charset=utf-8', { it.attributes().etag() == 'é日' })
                    } + [new Document(SAMPLE.getBytes('UTF-16LE'), 'application/xml', REFUSED)],
                    'a declared Latin-1' : [text([0xE9] as byte[], '<?xml version="1.0" encoding="ISO-8859-1"?>', 'application/xml', 'é'), text([0xE9] as byte[], "<?xml version='1.0' encoding='latin1' ?>", 'text/xml', 'é')],
                    'a charset parameter': [text([0xE9] as byte[], '<?xml version="1.0" encoding="UTF-8"?>', 'application/xml; charset=iso-8859-1', 'é'), new Document(SAMPLE.bytes, 'application/xml; charset=x-nowhere', REFUSED)]
            ],
            'size'                 : [
                    'depth of 100000'     : [anything(root('<x>' * 100_000 + '</x>' * 100_000 + '<totalCount>1</totalCount>')), anything(root('<items>' * 100_000 + '</items>' * 100_000))],
                    'a million attributes': [anything("<$ROOT " + (1..1_000_000).collect { "a$it=''" }.join(' ') + "><totalCount>1</totalCount></$ROOT>")],
                    'a name of 10 MB'     : [anything(root("<${'n' * 10_000_000}/><totalCount>1</totalCount>"))]
            ]
    ]

    def 'every input in the table is tested'() {
        expect:
        ROWS.collectEntries { row, inputs -> [row, inputs.findAll { it.value }.keySet()] } == BadInputs.section('XML')
    }

    def 'XML input "#input" is handled as in bad-inputs.yaml (#document)'() {
        expect:
        isAsTheTableSays(document)
        elsewhere.requests.empty

        where:
        [input, document] << BadInputs.lines(ROWS)
    }

    private static String root(String content) {
        "<$ROOT>$content</$ROOT>"
    }

    private static Document refused(String body) {
        new Document(body.getBytes('UTF-8'), 'application/xml; charset=utf-8', REFUSED)
    }

    private static Document read(String body, Closure<Boolean> check) {
        new Document(body.getBytes('UTF-8'), 'application/xml; charset=utf-8', { !(it instanceof DecodingException) && check.call(it) })
    }

    private static Document anything(String body) {
        new Document(body.getBytes('UTF-8'), 'application/xml; charset=utf-8', { it instanceof OrderLineItemProvisioningStatusCollection || it instanceof DecodingException })
    }

    private static Document text(byte[] text, String declaration, String mediaType, String expected) {
        new Document(bytes(declaration, "<$ROOT><attributes><etag>", text, "</etag></attributes></$ROOT>"), mediaType,
                { it == OrderLineItemProvisioningStatusCollection.builder().attributes(ResourceAttributes.builder().etag(expected).build()).build() })
    }

    private static List<Document> everywhere(Collection<String> places, String value) {
        places.collect { refused(root(it.replace('VALUE', value))) }
    }

    /** Returns the items of all lists at every level. */
    private static List<?> listsOf(OrderLineItemProvisioningStatusCollection read) {
        read.items().findAll { it != EMPTY_ITEM } + read.items()*.quantityProvisioningInformation().flatten() + (read.links()?.self()?.headers() ?: [])
    }

    /** Returns the objects that are present, except those that enclose the one in question. */
    private static List<?> objectsOf(OrderLineItemProvisioningStatusCollection read) {
        [read.attributes(), read.links() == ResourceLinks.builder().build() ? null : read.links()].findAll()
    }
}
