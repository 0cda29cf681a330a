package io.github.partnercenter4j.cli

import io.github.partnercenter4j.sandbox.LineItem
import io.github.partnercenter4j.sandbox.SandboxOrder
import java.nio.file.Files
import java.nio.file.Path
import java.util.stream.Stream
import spock.lang.Requires
import spock.util.concurrent.PollingConditions

/** The orders of a file are watched until each is done. */
class WatchCommandSpec extends WatchSpecification {
    def "orders #ids end with #exitCode"(List<String> ids, int exitCode, List<String> outcomes) {
        given:
        def file = orders(ids)

        when: 'a busy machine may need longer, so the watch goes on then'
        def run = Stream.of('4s', '16s', '64s').map { watch(file, '--for', it) }.filter { results().size() == outcomes.size() }.findFirst().get()

        then:
        run.exitCode == exitCode
        results()*.find(/"orderId":"([^"]*)"/) { it[1] } as Set == (ids - 'open') as Set
        results()*.find(/"outcome":"([^"]*)"/) { it[1] }.sort() == outcomes
        run.out.contains("${outcomes.count('fulfilled')}  fulfilled\n")
        run.out.contains("${ids.count('open')}  pending\n")

        where:
        ids                              || exitCode | outcomes
        ['done']                         || 0        | ['fulfilled']
        ['done', 'cancelled']            || 11       | ['fulfilled', 'unfulfilled']
        ['cancelled', 'done', FORBIDDEN] || 21       | ['failed', 'fulfilled', 'unfulfilled']
        ['open', 'cancelled', FORBIDDEN] || 10       | ['failed', 'unfulfilled']
        []                               || 0        | []
    }

    def "the watches of two tenants share a store, but no orders, and each has the quota and the format that are given"() {
        given:
        def file = orders(['done'])
        def store = folder.resolve('shared.db')

        when:
        def runs = ['a', 'b', 'a'].collect { watch(file, '--tenant', it, '--store', store, '--quota', '7', '--format', 'xml', '--results', folder.resolve("results-$it")) }

        then:
        runs*.exitCode == [0, 0, 0]
        runs.collect { run -> run.errLines().find { it.startsWith('Orders: ') } } == [1, 1, 0].collect { "Orders: 1 in $file, $it of them new" as String }
        runs.every { it.errLines()[0] == "Store: $store" && it.err.contains(' of 7 requests in a minute') }
        sandbox.requests().count() == 2
        sandbox.requests().all().every { it.hasHeader('Accept', 'application/xml, text/xml') }
    }

    def "an order that stays pending is given up, which ends with 10"() {
        when:
        def run = watch(orders(['open']), '--give-up-after', '1s')

        then:
        run.exitCode == 10
        results()[0].contains('"outcome":"given_up"')
        run.out.contains('1  given up\n')
        run.out.contains('still not done 1 s after it was added: line item 0 is PrefulfillmentPending')
    }

    def "stopped and run again, the watch goes on: each result is in the file once, with the further columns"() {
        given:
        def file = orders(['done', 'open'], 'region,customerId,orderId,note', { "north,$CUSTOMER,$it,\"a, $it\"" })

        when:
        def first = watch(file, '--for', '3s')
        sandbox.setStatus(CUSTOMER, 'open', 0, 'Fulfilled')
        def second = watch(file)

        then:
        [first.exitCode, second.exitCode] == [10, 0]
        first.err =~ /The time of --for is over. To go on, run the same command again: .+ watch $file --results /
        first.err.contains('Orders: 2 in ' + file + ', 2 of them new')
        second.err.contains('Orders: 2 in ' + file + ', 0 of them new')
        first.err.contains("Store: ${file}.watch.db (see --store)")
        results()*.find(/"number":\d+/) == ['"number":1', '"number":2']
        results()*.find(/"number":\d+,"customerId":"$CUSTOMER","orderId":"\w+","attributes":\{[^}]*\}/)*.replaceFirst(/\d+/, 'N').toSet() == ['done', 'open'].collect {
            /"number":N,"customerId":"$CUSTOMER","orderId":"$it","attributes":{"region":"north","note":"a, $it"}/ as String
        }.toSet()

        and: 'a run when all is done asks for nothing, and writes the summary again'
        sandbox.reset()
        with(watch(file)) {
            exitCode == 0
            out.contains('2  fulfilled\n')
        }
        sandbox.requests().count() == 0
        results().size() == 2

        and: 'a results file that was deleted is written again'
        Files.delete(folder.resolve('results.jsonl'))
        watch(file).exitCode == 0
        results().size() == 2
    }

    def "a token that cannot be replaced and is rejected ends the watch with 20, with one message"() {
        given:
        def file = orders((1..20).collect { "o$it" as String })

        when:
        def run = CommandRun.of([PARTNER_CENTER_TOKEN: 's3cret-other'], ['watch', file, '--results', folder.resolve('results.jsonl'), '--base-url', sandbox.baseUrl()])

        then:
        run.exitCode == 20
        run.errLines().count { it.startsWith('The watch pauses: ') } == 1
        run.err.contains('There is no usable token. To go on, run the same command again')
        !run.err.contains('s3cret')
        results() == []

        and: 'with a good token it goes on'
        (1..20).each { add("o$it", 'Fulfilled') }
        watch(file).exitCode == 0
        results().size() == 20
    }

    def "a token file that another program replaces is read again, and the watch goes on"() {
        given:
        def token = Files.writeString(folder.resolve('token'), 's3cret-expired')
        def file = orders(['done'])

        when:
        def replacing = Thread.start {
            new PollingConditions(timeout: 300, delay: 0.01).eventually { assert sandbox.requests().count() > 0 }
            Files.writeString(token, sandbox.token())
        }
        def run = CommandRun.of([:], ['watch', file, '--results', folder.resolve('results.jsonl'), '--base-url', sandbox.baseUrl(), '--token-file', token, '--for', '60s'])
        replacing.join()

        then:
        run.exitCode == 0
        results().size() == 1
    }

    def "--verbose writes a line for each change of a line item and for each result"() {
        given:
        sandbox.add(SandboxOrder.of(CUSTOMER, 'moving').with(LineItem.of(1, 'PrefulfillmentPending').thenAfterPolls(1, 'Fulfilled')))

        when:
        def run = watch(orders(['moving']), '--verbose')

        then:
        run.exitCode == 0
        run.errLines().any { it =~ /^order moving of customer $CUSTOMER: line item 0: PrefulfillmentPending -> Fulfilled$/ }
        run.errLines().any { it =~ /^order moving of customer $CUSTOMER is fulfilled: the line item is fulfilled$/ }
    }

    def "the page is written while the watch runs, and says at the end that it is done"() {
        when:
        def run = watch(orders(['done', 'cancelled', FORBIDDEN]), '--page', folder.resolve('page.html'))
        def page = folder.resolve('page.html').toFile().text

        then:
        run.exitCode == 21
        page.contains('100% done. Done.')
        page.contains('The service returned 403, code 20002')
        !page.contains('http-equiv="refresh"')
    }

    def "the page of stopped simulated orders says that they do not go on"() {
        when:
        def run = CommandRun.of([:], ['watch', '--sandbox', '20', '--for', '1s', '--page', folder.resolve('page.html') as String])
        def page = folder.resolve('page.html').toFile().text

        then:
        run.exitCode == 10
        run.err.contains('Watching 20 orders of a simulated Partner Center at http://127.0.0.1:')
        page.contains('Stopped. A sandbox does not go on: it ends with the command.')
    }

    def "a page that cannot be written does not stop the watch"() {
        when:
        def run = watch(orders(['done']), '--page', folder.resolve('nowhere/page.html'))

        then:
        run.exitCode == 0
        run.errLines().count { it == 'The page cannot be written (its folder does not exist). The watch goes on without it.' } == 1
    }

    @Requires({ Files.exists(Path.of('/dev/full')) })
    def "results that cannot be written are kept in the store, and written by the next run"() {
        given:
        def file = orders(['done', 'cancelled'])

        when: 'the disk is full; another build on this machine may use the same file at this moment'
        def full = Stream.generate { CommandRun.of(environment(), ['watch', file, '--results', '/dev/full', '--base-url', sandbox.baseUrl()]) }
                .filter { !it.err.contains('another pcorders writes it') }.findFirst().get()

        then:
        full.exitCode == 25
        full.errLines().count { it == 'The results file cannot be written (the system says: No space left on device). The results are safe in the store, and are written when it works again.' } == 1
        full.out.contains('1  unfulfilled\n')

        and:
        sandbox.reset()
        watch(file).exitCode == 11
        results().size() == 2
        sandbox.requests().count() == 0
    }
}
