package io.github.partnercenter4j.sandbox

import spock.lang.Shared
import spock.lang.Specification

/** A body of a request in XML is checked as one in JSON is. */
class XmlRequestSpec extends Specification {

    static final DOCUMENT = '''\
        openapi: 3.0.3
        info: {title: Pets, version: '1'}
        paths:
          /pets:
            post:
              operationId: addPet
              requestBody: {content: {application/xml: {schema: {$ref: '#/components/schemas/Pet'}}, application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
              responses:
                '204': {description: Added.}
                '400': {description: Wrong., content: {application/json: {schema: {type: object, properties: {description: {type: string}}}}}}
        components:
          schemas:
            Tag: {type: object, additionalProperties: false, required: [text], properties: {text: {type: string, xml: {attribute: true}}}}
            Pet:
              type: object
              xml: {name: pet, namespace: 'urn:pets'}
              required: [name, id]
              properties:
                id: {type: integer, readOnly: true}
                name: {type: string, minLength: 2}
                age: {type: integer, xml: {attribute: true}}
                sold: {type: boolean, nullable: true}
                weight: {type: number, maximum: 9}
                photos: {type: array, xml: {wrapped: true}, items: {type: string, minLength: 2, xml: {name: photo}}}
                tags: {type: array, items: {allOf: [{$ref: '#/components/schemas/Tag'}], xml: {name: tag}}}
        '''.stripIndent()

    @Shared
    InProcessSandbox sandbox = new InProcessSandbox(DOCUMENT)

    def "#xml is #problem"() {
        when:
        def response = sandbox.send('POST', sandbox.operationUrl('addPet'), ['Content-Type': 'application/xml'], xml)

        then:
        (response.statusCode() == 204 ? 'right' : response.text().find(/"description":"(.*)"/) { it[1] }) == problem

        where:
        xml                                                                                       || problem
        '<pet><name>Rex</name></pet>'                                                             || 'right'
        '<p:pet xmlns:p="urn:pets"><p:name>Rex</p:name></p:pet>'                                  || 'right'
        '<pet age="3"><sold>true</sold><weight>1.5</weight><name>Rex</name></pet>'                || 'right'
        '<pet><name>Rex</name><photos><photo>aa</photo><photo>bb</photo></photos><photos2/></pet>' || 'right'
        '<pet><name>Rex</name><tag text="a"/><tag text="b"/></pet>'                               || 'right'
        '<pet><name>Rex</name><sold xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"/></pet>' || 'right'
        '<pet/>'                                                                                  || 'The body.name is missing.'
        '<pet><name>R</name></pet>'                                                               || 'The body.name is not a valid value.'
        '<pet><name><first>Rex</first></name></pet>'                                              || 'The body.name is not a valid value.'
        '<pet><name>Rex</name><name>Max</name></pet>'                                             || 'The body.name is not a valid value.'
        '<pet age="x"><name>Rex</name></pet>'                                                     || 'The body.age is not a valid value.'
        '<pet><name>Rex</name><sold>yes</sold></pet>'                                             || 'The body.sold is not a valid value.'
        '<pet><name>Rex</name><weight>9.5</weight></pet>'                                         || 'The body.weight is not a valid value.'
        '<pet><name>Rex</name><weight>1e9999</weight></pet>'                                      || 'The body.weight is not a valid value.'
        '<pet><name>Rex</name><photos><photo>a</photo></photos></pet>'                            || 'The body.photos[0] is not a valid value.'
        '<pet><name>Rex</name><photos><other>aa</other></photos></pet>'                           || 'The body.photos[0] is not a valid value.'
        '<pet><name>Rex</name><tag/></pet>'                                                       || 'The body.tags[0].text is missing.'
        '<pet><name>Rex</name><tag text="a"><b/></tag></pet>'                                     || 'The body.tags[0] has a property that is not allowed.'
        '<dog><name>Rex</name></dog>'                                                             || 'The body is not XML of its schema.'
        '<pet><name>Rex</name>'                                                                   || 'The body is not XML of its schema.'
        '{"name":"Rex"}'                                                                          || 'The body is not XML of its schema.'
        '<!DOCTYPE pet [<!ENTITY e SYSTEM "file:///etc/hostname">]><pet><name>&e;</name></pet>'   || 'The body is not XML of its schema.'
    }

    def "a body that is not in its encoding is wrong: #type"() {
        when:
        def response = sandbox.send('POST', sandbox.operationUrl('addPet'), ['Content-Type': type], bytes as byte[])

        then:
        response.statusCode() == 400
        response.text().contains("The body is not $problem")

        where:
        type               | bytes                                              || problem
        'application/xml'  | '<pet><name>Rx</name></pet>'.bytes[0..11] + [0xff, 0xff] + '</name></pet>'.bytes.toList() || 'XML of its schema.'
        'application/json' | [0, 0, 0, 0x7b, 0x7f, 0xff, 0xff, 0xff]            || 'JSON.'
        'application/json' | [0x7b, 0x22, 0xff, 0x22, 0x7d]                     || 'JSON.'
    }
}
