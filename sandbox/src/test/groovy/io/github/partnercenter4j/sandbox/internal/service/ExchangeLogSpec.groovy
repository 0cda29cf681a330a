package io.github.partnercenter4j.sandbox.internal.service

import io.github.partnercenter4j.sandbox.MovableClock
import io.github.partnercenter4j.sandbox.spec.Schema
import java.time.Duration
import spock.lang.Specification

class ExchangeLogSpec extends Specification {

    def clock = new MovableClock()
    def log = new ExchangeLog(clock)

    def "the last 50 exchanges are kept, and the last one is the first"() {
        given:
        (1..50).each { log.add('GET', "/$it", 200, '') }

        expect:
        log.latest()*.target() == (50..1).collect { "/$it".toString() }

        when:
        clock.pass(Duration.ofSeconds(1))
        log.add('POST', '/x', 404, 'why')

        then:
        log.latest().size() == 50
        log.latest()[0] == new ExchangeLog.Exchange(clock.instant(), 'POST', '/x', 404, 'why')
        log.latest()[49].target() == '/2'

        when:
        log.clear()

        then:
        log.latest() == []
    }

    def "the reason of #status with #tree is '#reason'"(int status, Object tree, String reason) {
        expect:
        ExchangeLog.reason(new ServiceResponse(status, new Schema.Ref('', ''), tree)) == reason

        where:
        status | tree                                || reason
        399    | [code: 1, description: 'd']         || ''
        400    | [code: 1, description: 'd']         || '1: d'
        400    | [code: 1, message: 'm']             || '1: m'
        400    | [description: 'd', message: 'm']    || 'd'
        400    | [Message: 'M']                      || 'M'
        400    | [code: 1]                           || '1'
        400    | [a: 1]                              || ''
        400    | ['x']                               || ''
    }
}
