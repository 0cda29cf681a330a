package io.github.partnercenter4j.client

import spock.lang.Specification

/** The addresses of each cloud. */
class CloudSpec extends Specification {
    def 'in the cloud #cloud the service is at #service, and tokens come from #authorizationServer'() {
        expect:
        cloud.baseUrl() == URI.create(service)
        cloud.authorizationServer() == URI.create(authorizationServer)
        cloud.scope() == service + '/user_impersonation'

        where:
        cloud               | service                                               || authorizationServer
        Cloud.PUBLIC        | 'https://api.partnercenter.microsoft.com'             || 'https://login.microsoftonline.com'
        Cloud.US_GOVERNMENT | 'https://api.partnercenter.microsoft.com'             || 'https://login.microsoftonline.us'
        Cloud.CHINA         | 'https://partner.partnercenterapi.microsoftonline.cn' || 'https://login.partner.microsoftonline.cn'
    }
}
