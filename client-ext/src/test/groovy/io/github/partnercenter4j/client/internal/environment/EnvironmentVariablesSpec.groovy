package io.github.partnercenter4j.client.internal.environment

import spock.lang.Specification

class EnvironmentVariablesSpec extends Specification {
    def 'the unknown variable #name is reported'() {
        when:
        EnvironmentVariables.requireKnown([PARTNER_CENTER_TOKEN: 's3cret', (name): 's3cret-value'])

        then:
        def e = thrown(IllegalStateException)
        e.message == "The environment variable $name is not known. $advice"

        where:
        name                                  || advice
        'PARTNER_CENTER_TOKE'                 || 'Did you mean PARTNER_CENTER_TOKEN?'
        'PARTNER_CENTER_TOKNE'                || 'Did you mean PARTNER_CENTER_TOKEN?'
        'PARTNER_CENTER_PROXY_PASWORD'        || 'Did you mean PARTNER_CENTER_PROXY_PASSWORD?'
        'PARTNER_CENTER_A_VERY_DIFFERENT_ONE' || 'Unset it, or use one of PARTNER_CENTER_TOKEN, PARTNER_CENTER_STORE, PARTNER_CENTER_PROXY_PASSWORD, PARTNER_CENTER_TRUST_STORE_PASSWORD, PARTNER_CENTER_CLIENT_CERTIFICATE_PASSWORD, PARTNER_CENTER_DATABASE_PASSWORD'
    }

    def 'of several unknown variables the first by name is reported'() {
        when:
        EnvironmentVariables.requireKnown(PARTNER_CENTER_Z: '', PARTNER_CENTER_TOKENS: '', PARTNER_CENTER_TOKENT: '')

        then:
        def e = thrown(IllegalStateException)
        e.message.startsWith('The environment variable PARTNER_CENTER_TOKENS is not known.')
    }

    def 'variables of pcorders and of other programs are accepted: #name'() {
        when:
        EnvironmentVariables.requireKnown([(name): 's3cret'])

        then:
        noExceptionThrown()

        where:
        name << ['PARTNER_CENTER_TOKEN', 'PARTNER_CENTER_STORE', 'PARTNER_CENTER_PROXY_PASSWORD', 'PARTNER_CENTER_TRUST_STORE_PASSWORD', 'PARTNER_CENTER_CLIENT_CERTIFICATE_PASSWORD',
                 'PARTNER_CENTER_DATABASE_PASSWORD', 'PARTNER_CENTERS', 'PARTNERCENTER_CLOUD', 'MY_PARTNER_CENTER_X']
    }
}
