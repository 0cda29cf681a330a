package io.github.partnercenter4j.cli.signin

import io.github.partnercenter4j.client.Cloud
import java.time.Instant
import spock.lang.Specification

class TokenCheckSpec extends Specification {
    def "at #now a token from #begin to #end is #verdict: #text"(int now, Integer begin, int end, String verdict, String text) {
        when:
        def expiry = finding('expiry', "{\"exp\":$end${begin == null ? '' : ",\"nbf\":$begin"}}", null, now)

        then:
        [expiry.verdict().name(), expiry.text()] == [verdict, text]

        where: 'it is valid from the first second on, and no more in the last'
        now    | begin | end     || verdict   | text
        999    | 1000  | 2000    || 'PROBLEM' | 'the token is not valid until 1 s from now'
        1000   | 1000  | 2000    || 'OK'      | 'the token expires in 16 min'
        1999   | 1000  | 2000    || 'OK'      | 'the token expires in 1 s'
        2000   | 1000  | 2000    || 'PROBLEM' | 'the token expired 0 s ago'
        2059   | null  | 2000    || 'PROBLEM' | 'the token expired 59 s ago'
        2060   | null  | 2000    || 'PROBLEM' | 'the token expired 1 min ago'
        5600   | null  | 2000    || 'PROBLEM' | 'the token expired 1 h ago'
        0      | null  | 86_399  || 'OK'      | 'the token expires in 23 h 59 min'
        0      | null  | 86_400  || 'OK'      | 'the token expires in 1 d'
        0      | null  | 90_060  || 'OK'      | 'the token expires in 1 d 1 h'
    }

    def "a token of a tenant, after a sign-in to #tenant, is #verdict: #text"(String tenant, String verdict, String text) {
        expect:
        with(finding('tenant', '{"tid":"C0FFEE00-5a9d-4b0c-8e57-0123456789ab"}', tenant)) {
            [it.verdict().name(), it.text()] == [verdict, text]
        }

        where: 'a domain says nothing of the id'
        tenant                                 || verdict   | text
        null                                   || 'OK'      | 'c0ffee00-5a9d-4b0c-8e57-0123456789ab'
        'c0ffee00-5A9D-4b0c-8e57-0123456789ab' || 'OK'      | 'c0ffee00-5a9d-4b0c-8e57-0123456789ab'
        'contoso.example'                      || 'OK'      | 'c0ffee00-5a9d-4b0c-8e57-0123456789ab'
        'c0ffee00-5a9d-4b0c-8e57-0123456789ac' || 'PROBLEM' | 'c0ffee00-5a9d-4b0c-8e57-0123456789ab, but the sign-in is to another tenant'
    }

    def "a token for #audience is for #service"(String audience, String service) {
        expect:
        finding('audience', "{\"aud\":\"$audience\"}").text() == "the token is for $service, not for Partner Center"

        where:
        audience                               || service
        '00000002-0000-0000-C000-000000000000' || 'Azure AD Graph'
        'https://graph.windows.net/'           || 'Azure AD Graph'
        'https://management.azure.com/'        || 'Azure Resource Manager'
        'https://management.core.windows.net/' || 'Azure Resource Manager'
        'https://management.azure.com//'       || 'another service'
    }

    def "a token from #issuer is for the cloud #cloud"(String issuer, String cloud) {
        expect:
        finding('cloud', "{\"aud\":\"fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd\",\"iss\":\"https://$issuer/x\"}").text().replaceAll(/the token is for (.*), but.*/, '$1') == cloud

        where:
        issuer                             || cloud
        'sts.windows.net'                  || 'public or us-government'
        'login.microsoftonline.com'        || 'public'
        'LOGIN.microsoftonline.us'         || 'us-government'
        'sts.chinacloudapi.cn'             || 'china'
        'login.chinacloudapi.cn'           || 'china'
        'login.partner.microsoftonline.cn' || 'china'
        'login.example'                    || 'public or us-government or china'
    }

    private static Finding finding(String subject, String claims, String tenant = null, long now = 0) {
        def token = ['{}', claims, 's3cret'].collect { it.getBytes('UTF-8').encodeBase64Url().toString() }.join('.')
        new TokenCheck(TokenClaims.read(token), Cloud.PUBLIC, tenant, Instant.ofEpochSecond(now)).findings().find { it.subject() == subject }
    }
}
