package io.github.partnercenter4j.conformance.judge

import io.github.partnercenter4j.conformance.model.ProjectFolder
import io.github.partnercenter4j.sandbox.spec.SpecModel
import io.github.partnercenter4j.testing.SpecDocument
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/** The grammar and the tree agree on all XML (the judge throws if they do not), and the judge accepts and rejects what the tables here say. */
class XmlJudgeSpec extends Specification {
    private static final String COLLECTION = 'OrderLineItemProvisioningStatusCollection'
    private static final Path SANDBOX = ProjectFolder.REPOSITORY.resolve('sandbox/src/test/resources/io/github/partnercenter4j/sandbox')

    private static final SpecModel ORDERS = SpecModel.bundled()
    private static final SpecModel SMALL = SpecModel.read(XmlJudgeSpec.getResource('/judge/small.yaml').getText('UTF-8'))
    private static final SpecModel NAMES = SpecModel.read(XmlJudgeSpec.getResource('/judge/names.yaml').getText('UTF-8'))
    private static final Map<SpecModel, XmlJudge> JUDGES = [ORDERS, SMALL, NAMES].collectEntries { [it, new XmlJudge(it, new Schemas(it))] }

    def 'the examples of the spec are accepted: #response'() {
        expect:
        objections(ORDERS, response.schema, response.body) == []

        where:
        response << SpecDocument.CURRENT.responses('getProvisioningStatus').findAll { it.mediaType.endsWith('xml') }
    }

    def 'the checked-in bodies of the sandbox are accepted: #file'() {
        expect:
        objections(ORDERS, file.toString() == '200.xml' || file.toString() == 'everything.xml' ? COLLECTION : 'Fault', Files.readString(folder.resolve(file))) == []

        where:
        [folder, file] << [
                bodies(SANDBOX.resolve('documented')).collect { [SANDBOX.resolve('documented'), it] } + [[SANDBOX, Path.of('everything.xml')]]
        ].collectMany { it }
    }

    def 'the XML that .NET writes is rejected: #file'() {
        expect:
        objections(ORDERS, COLLECTION, Files.readString(folder.resolve(file)))[0].rule in ['root', 'malformed']

        where:
        [folder, file] << [SANDBOX.resolve('dotnet'), SANDBOX.resolve('observed')].collectMany { folder -> bodies(folder).collect { [folder, it] } }
    }

    def 'accepted: #body'() {
        expect:
        objections(ORDERS, COLLECTION, document(body)) == []

        where:
        body << [
                '<totalCount>0</totalCount><items/>',
                '<items></items><totalCount>0</totalCount>',
                '<totalCount> -2147483648\n</totalCount><items> </items>',
                '<totalCount><!-- c -->1<![CDATA[2]]><?p i?></totalCount><items><!-- c --></items>',
                '<totalCount>0</totalCount><items/><unknown a="b">x<y/>z</unknown><unknown/>',
                '<totalCount>0</totalCount><items/><n:unknown xmlns:n="urn:n"/>',
                '<totalCount>0</totalCount><items/><attributes xmlns:n="urn:n"><etag/></attributes>',
                '<totalCount>0</totalCount><items/><links/>',
                '<totalCount>0</totalCount><items/><links><next><uri>&lt;&#233;</uri></next></links>',
                "<totalCount>0</totalCount><items>${item('<status/>')}${item('<status> a </status><x/>')}</items>"
        ]
    }

    def 'rejected at #place by #rule: #body'() {
        expect:
        objections(ORDERS, COLLECTION, document(body)).collect { [it.place, it.rule] }.take(1) == [[place, rule]]

        where:
        body                                                                                                    || place                     | rule
        '<items/>'                                                                                              || 'totalCount'              | 'required'
        '<totalCount>0</totalCount>'                                                                            || 'items'                   | 'required'
        '<totalCount/><items/>'                                                                                 || 'totalCount'              | 'type'
        '<totalCount>+1</totalCount><items/>'                                                                   || 'totalCount'              | 'type'
        '<totalCount>01</totalCount><items/>'                                                                   || 'totalCount'              | 'type'
        '<totalCount>1.0</totalCount><items/>'                                                                  || 'totalCount'              | 'type'
        '<totalCount>\u00a01</totalCount><items/>'                                                              || 'totalCount'              | 'type'
        '<totalCount>２</totalCount><items/>'                                                                    || 'totalCount'              | 'type'
        '<totalCount>2147483648</totalCount><items/>'                                                           || 'totalCount'              | 'format'
        '<totalCount><x>1</x></totalCount><items/>'                                                             || 'totalCount'              | 'type'
        '<totalCount a="1">1</totalCount><items/>'                                                              || 'totalCount'              | 'attribute'
        '<totalCount>0</totalCount><totalCount>0</totalCount><items/>'                                          || 'totalCount'              | 'repeated'
        '<totalCount>0</totalCount><items/><attributes><etag>a</etag><etag>a</etag></attributes>'               || 'attributes.etag'         | 'repeated'
        '<totalCount>0</totalCount><items/><attributes><etag><x/></etag></attributes>'                          || 'attributes.etag'         | 'type'
        '<totalCount>0</totalCount><items/><attributes etag="a"/>'                                              || 'attributes'              | 'attribute'
        '<totalCount>0</totalCount><items/><attributes>text</attributes>'                                       || 'attributes'              | 'text'
        '<totalCount>0</totalCount><items/>text'                                                                || ''                        | 'text'
        '<totalCount>0</totalCount><items>text</items>'                                                         || 'items'                   | 'text'
        '<totalCount>0</totalCount><items/><attributes xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"/>' || 'attributes' | 'nil'
        '<totalCount>0</totalCount><items/><attributes><Etag>a</Etag></attributes>'                             || 'attributes'              | 'name'
        '<totalCount>0</totalCount><items/><attributes><n:etag xmlns:n="urn:n">a</n:etag></attributes>'         || 'attributes'              | 'name'
        '<totalCount>0</totalCount><items/><links><self/></links>'                                              || 'links.self.uri'          | 'required'
        '<totalCount>0</totalCount><items/><links><self><uri/><headers><Pair><key/></Pair></headers></self></links>' || 'links.self.headers[0]' | 'item'
        '<totalCount>0</totalCount><items/><links><self><uri/><KeyValuePair><key/></KeyValuePair></self></links>'    || 'links.self'            | 'wrapper'
        "<totalCount>0</totalCount><items>${item('')}</items>"                                                  || 'items[0].status'         | 'required'
        '<totalCount>0</totalCount><items><orderLineItemProvisioningStatus/></items>'                           || 'items[0]'                | 'item'
    }

    def 'rejected as a whole by #rule: #text'() {
        expect:
        objections(ORDERS, COLLECTION, text)*.rule.contains(rule)

        where:
        text                                                                          || rule
        ''                                                                            || 'malformed'
        ' '                                                                           || 'malformed'
        document('<totalCount>0</totalCount><items>')                                 || 'malformed'
        document('<totalCount>0</totalCount><items/>') + '<x/>'                       || 'malformed'
        document('<totalCount>0</totalCount><items/>') + 'x'                          || 'malformed'
        document('<totalCount>&#1;</totalCount><items/>')                             || 'malformed'
        '<?xml version="1.1"?>' + document('<totalCount>0</totalCount><items/>')      || 'malformed'
        "<!DOCTYPE $COLLECTION>" + document('<totalCount>0</totalCount><items/>')     || 'malformed'
        '{"totalCount":0,"items":[]}'                                                 || 'malformed'
        '<Collection><totalCount>0</totalCount><items/></Collection>'                 || 'root'
        '<n:' + COLLECTION + ' xmlns:n="urn:n"><totalCount>0</totalCount><items/></n:' + COLLECTION + '>' || 'root'
        '<Fault><code>1</code><description>x</description></Fault>'                   || 'root'
    }

    def 'every supported keyword is judged: #body is #rule'() {
        expect:
        objections(SMALL, 'Thing', "<Ding>$body</Ding>").collect { it.rule }.take(1) == (rule ? [rule] : [])

        where:
        body                                                              || rule
        '<Name>ab</Name>'                                                 || null
        '<Name>a</Name>'                                                  || 'minLength'
        '<Name>😀😀</Name>'                                               || null
        '<Name>😀</Name>'                                                 || 'minLength'
        '<Name> a</Name>'                                                 || null
        '<Name>ab</Name><tag>x</tag><tag/>'                               || null
        '<tag>x</tag><Name>ab</Name><tag>y</tag>'                         || null
        '<Name>ab</Name><tags><tag/></tags>'                              || 'additional'
        '<Name>ab</Name><other/>'                                         || 'additional'
        '<Name>ab</Name><name>x</name>'                                   || 'additional'
        '<Name>ab</Name><parts><Ding><Name>cd</Name></Ding></parts>'      || null
        '<Name>ab</Name><parts><Ding><Name>c</Name></Ding></parts>'       || 'minLength'
        '<Name>ab</Name><parts><parts/></parts>'                          || 'item'
        '<Name>ab</Name><id>d0e38dfd-a2c5-4a14-ac06-12d30f0ec54e</id>'    || null
        '<Name>ab</Name><id> d0e38dfd-a2c5-4a14-ac06-12d30f0ec54e</id>'   || 'format'
        '<Name>ab</Name><made>2026-11-21T09:30:00.5+01:00</made>'         || null
        '<Name>ab</Name><made>2026-11-21T09:30:00</made>'                 || 'format'
        '<Name>ab</Name><made>2026-02-30T09:30:00Z</made>'                || 'format'
        '<Name>ab</Name><colour/>'                                        || null
        '<Name>ab</Name><colour>dark green</colour>'                      || null
        '<Name>ab</Name><colour>dark  green</colour>'                     || 'enum'
        '<Name>ab</Name><level> 2 </level>'                               || null
        '<Name>ab</Name><level>3</level>'                                 || 'enum'
        '<Name>ab</Name><level>02</level>'                                || 'type'
        '<Name>ab</Name><total>9223372036854775807</total>'               || null
        '<Name>ab</Name><total>9223372036854775808</total>'               || 'format'
        '<Name>ab</Name><any>9223372036854775808</any>'                   || null
        '<Name>ab</Name><code>日😀x</code>'                               || null
        '<Name>ab</Name><code>日😀 x</code>'                              || 'maxLength'
        '<Name>ab</Name><code/>'                                          || 'minLength'
        '<Name>ab</Name><seats>300</seats>'                               || null
        '<Name>ab</Name><seats>301</seats>'                               || 'maximum'
        '<Name>ab</Name><seats>-0</seats>'                                || null
        '<Name>ab</Name><seats>-1</seats>'                                || 'minimum'
        '<Name>ab</Name><seats>2147483648</seats>'                        || 'format'
        '<Name>ab</Name><sum>3000000000</sum>'                            || null
        '<Name>ab</Name><sum>3000000001</sum>'                            || 'maximum'
        '<Name>ab</Name><share>99.950</share>'                            || null
        '<Name>ab</Name><share>99.951</share>'                            || 'maximum'
        '<Name>ab</Name><share>-5e-1</share>'                             || null
        '<Name>ab</Name><share>-0.51</share>'                             || 'minimum'
        '<Name>ab</Name><share>1e400</share>'                             || 'maximum'
        '<Name>ab</Name><old>true</old>'                                  || null
        '<Name>ab</Name><old>1</old>'                                     || 'type'
        '<Name>ab</Name><Note><text/></Note>'                             || null
        '<Name>ab</Name><Note><x/></Note>'                                || null
    }

    def 'names are judged with their namespaces, and attributes and lists without a wrapper where they belong: #xml is #rule'() {
        expect:
        objections(NAMES, 'Names', xml).collect { [it.place, it.rule] }.take(1) == (rule ? [[place, rule]] : [])

        where:
        xml                                                                                                                 || place            | rule
        '<names xmlns="urn:a" key="1"><first>x</first></names>'                                                             || null             | null
        '<q:names xmlns:q="urn:a" key=" 1 "><q:first>x</q:first></q:names>'                                                 || null             | null
        '<names key="1"><first>x</first></names>'                                                                           || ''               | 'root'
        '<q:names xmlns:q="urn:a" key="1"><first>x</first></q:names>'                                                       || 'first'          | 'required'
        '<names xmlns="urn:a"><first>x</first></names>'                                                                     || 'id'             | 'required'
        '<names xmlns="urn:a"><key>1</key><first>x</first></names>'                                                         || 'id'             | 'required'
        '<names xmlns="urn:a" key="one"><first>x</first></names>'                                                           || 'id'             | 'type'
        '<names xmlns="urn:a" key="2147483648"><first>x</first></names>'                                                    || 'id'             | 'format'
        '<names xmlns="urn:a" id="1" key="1"><first>x</first></names>'                                                      || ''               | 'attribute'
        '<names xmlns="urn:a" xmlns:a="urn:a" a:key="1"><first>x</first></names>'                                           || ''               | 'attribute'
        '<names xmlns="urn:a" xmlns:z="urn:p" z:kind="b" key="1"><first>x</first></names>'                                  || null             | null
        '<names xmlns="urn:a" xmlns:z="urn:p" z:kind="d" key="1"><first>x</first></names>'                                  || 'kind'           | 'enum'
        '<names xmlns="urn:a" kind="b" key="1"><first>x</first></names>'                                                    || ''               | 'attribute'
        '<names xmlns="urn:a" key="1"><first>x</first><second xmlns="urn:b">y</second></names>'                             || null             | null
        '<names xmlns="urn:a" key="1"><first>x</first><second>y</second></names>'                                           || ''               | 'name'
        '<names xmlns="urn:a" key="1"><first>x</first><p:third xmlns:p="urn:p">3</p:third></names>'                         || null             | null
        '<names xmlns="urn:a" key="1"><first>x</first><text>a</text><text>b</text></names>'                                 || null             | null
        '<names xmlns="urn:a" key="1"><first>x</first><texts><text>a</text></texts></names>'                                || ''               | 'wrapper'
        '<names xmlns="urn:a" key="1"><first>x</first><p:inner xmlns:p="urn:p"><first>y</first></p:inner></names>'          || null             | null
        '<names xmlns="urn:a" key="1"><first>x</first><p:inner xmlns:p="urn:p"><p:first>y</p:first></p:inner></names>'      || 'inner.<p:first>' | 'additional'
        '<names xmlns="urn:a" key="1"><first>x</first><p:inner xmlns:p="urn:p" made="now"/></names>'                        || 'inner.made'     | 'format'
        '<names xmlns="urn:a" key="1"><first>x</first><whole b="true"><a>x</a><c xmlns="urn:c">1.5</c></whole></names>'     || null             | null
        '<names xmlns="urn:a" key="1"><first>x</first><whole b="true"><a>x</a><c>1.5</c></whole></names>'                   || 'whole'          | 'name'
        '<names xmlns="urn:a" key="1"><first>x</first><whole><a>x</a></whole></names>'                                      || 'whole.b'        | 'required'
        '<names xmlns="urn:a" key="1"><first>x</first><whole b="true"/></names>'                                            || 'whole.a'        | 'required'
        '<names xmlns="urn:a" key="1"><first>x</first><whole b="true"><a>xxxx</a></whole></names>'                          || 'whole.a'        | 'maxLength'
        '<names xmlns="urn:a" key="1"><first>x</first><wrapped xmlns="urn:b"><wrapped b="true"><a/></wrapped></wrapped></names>' || null         | null
        '<names xmlns="urn:a" key="1"><first>x</first><wrapped xmlns="urn:b"><q:wrapped xmlns:q="urn:a" b="true"><q:a/></q:wrapped></wrapped></names>' || 'wrapped[0]' | 'item'
    }

    def 'the judge fails if the grammar and the tree disagree'() {
        given:
        def other = SpecModel.read(SMALL.source().replace('minLength: 2', 'minLength: 1'))

        when:
        new XmlJudge(SMALL, new Schemas(other)).objections(SMALL.schemas()['Thing'], '<Ding><Name>a</Name></Ding>'.bytes, null)

        then:
        thrown(JudgesDisagree)
    }

    def 'a root that is not an object is not supported, and the message has its place'() {
        when:
        GrammarText.of(new RawDocument(SMALL.source()), '/components/schemas/Thing/properties/tags')

        then:
        def e = thrown(IllegalArgumentException)
        e.message.startsWith('#/components/schemas/Thing/properties/tags')
    }

    private static String document(String content) {
        "<$COLLECTION>$content</$COLLECTION>"
    }

    private static String item(String content) {
        "<OrderLineItemProvisioningStatus><lineItemNumber>0</lineItemNumber>$content</OrderLineItemProvisioningStatus>"
    }

    private static List<Path> bodies(Path folder) {
        Files.list(folder).withCloseable { files -> files.filter { it.toString().endsWith('.xml') }.collect { it.fileName }.sort() }
    }

    private static List<Objection> objections(SpecModel spec, String schema, String text) {
        JUDGES[spec].objections(spec.schemas()[schema], text.getBytes('UTF-8'), 'utf-8')
    }
}
