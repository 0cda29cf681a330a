package io.github.partnercenter4j.spring

import com.fasterxml.jackson.databind.json.JsonMapper
import spock.lang.Specification

/** The metadata by which an IDE completes and explains the properties. */
class MetadataSpec extends Specification {
    private static final List<Map> PROPERTIES = new JsonMapper().readValue(
            new File(PartnerCenterAutoConfiguration.protectionDomain.codeSource.location.toURI()).toPath().resolve('META-INF/spring-configuration-metadata.json').toFile(), Map).properties

    def 'each property is described'() {
        expect:
        PROPERTIES*.name.sort() == [
                'management.health.partnercenter.enabled',
                'partnercenter.apis',
                'partnercenter.base-url',
                'partnercenter.cloud',
                'partnercenter.credential.access-token',
                'partnercenter.credential.authority',
                'partnercenter.credential.certificate-bundle',
                'partnercenter.credential.client-id',
                'partnercenter.credential.client-secret',
                'partnercenter.credential.refresh-token',
                'partnercenter.credential.store',
                'partnercenter.credential.tenant',
                'partnercenter.health.customer-id',
                'partnercenter.health.order-id',
                'partnercenter.proxy.password',
                'partnercenter.proxy.url',
                'partnercenter.proxy.user',
                'partnercenter.sandbox.enabled',
                'partnercenter.ssl.bundle',
                'partnercenter.timeout'
        ]
        PROPERTIES.every { it.description }
    }

    def 'the property #name has the type #type and the default #value'() {
        given:
        def property = PROPERTIES.find { it.name == name }

        expect:
        [property.type, property.defaultValue] == [type, value]

        where:
        name                                      || type                                    | value
        'partnercenter.timeout'                   || 'java.time.Duration'                    | '60s'
        'partnercenter.cloud'                     || 'io.github.partnercenter4j.client.Cloud' | 'public'
        'partnercenter.sandbox.enabled'           || 'java.lang.Boolean'                     | false
        'management.health.partnercenter.enabled' || 'java.lang.Boolean'                     | false
        'partnercenter.credential.refresh-token'  || 'java.lang.String'                      | null
    }
}
