package io.github.partnercenter4j.cli.signin

import io.github.partnercenter4j.client.Cloud
import java.time.Instant
import spock.lang.Specification

class TokenCheckSpec extends Specification {
    def "at #now a token from #begin to #end is #verdict: #text"(int now, Integer begin, int end, String verdict, String text) {
        given:
        def claims = "{\"exp\":$end${begin == null ? '' : ",\"nbf\":$begin"}}"
        def token = ['{}', claims, 's3cret'].collect { it.getBytes('UTF-8').encodeBase64Url().toString() }.join('.')

        when:
        def expiry = new TokenCheck(TokenClaims.read(token), Cloud.PUBLIC, null, Instant.ofEpochSecond(now)).findings().find { it.subject() == 'expiry' }

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
}
