package io.github.partnercenter4j.cli

import io.github.partnercenter4j.sandbox.LineItem
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.SandboxOrder
import java.nio.file.Files
import java.nio.file.Path
import java.sql.DriverManager
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

class WatchCommandSpec extends Specification {
    static final CUSTOMER = CommandRun.CUSTOMER
    static final FORBIDDEN = 'f0bbbbbb-0000-4000-8000-000000000403'

    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.builder().forbiddenCustomer(FORBIDDEN).start()

    @TempDir
    Path folder

    def setup() {
        add('done', 'Fulfilled')
        add('cancelled', 'Unfulfilled')
        add('open', 'PrefulfillmentPending')
    }

    def "orders #ids end with #exitCode"(List<String> ids, int exitCode, List<String> outcomes) {
        when:
        def run = watch(orders(ids), '--for', '4s')

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
        results()*.find(/"number":\d+,"customerId":"$CUSTOMER","orderId":"\w+","attributes":\{[^}]*\}/) == [
                '"number":1,"customerId":"' + CUSTOMER + '","orderId":"done","attributes":{"region":"north","note":"a, done"}',
                '"number":2,"customerId":"' + CUSTOMER + '","orderId":"open","attributes":{"region":"north","note":"a, open"}']

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

    def "bad lines are reported with their numbers and left out, and --strict refuses them before anything is sent"() {
        given:
        def file = Files.writeString(folder.resolve('orders.csv'), "customerId,orderId\n$CUSTOMER,done\ncontoso,x\n$CUSTOMER,done\n$CUSTOMER\n")

        when:
        def strict = watch(file, '--strict')

        then:
        strict.exitCode == 2
        strict.errLines() == ['orders.csv, line 3: customerId must be a GUID, but is contoso',
                              'orders.csv, line 5: has 1 field, but the header has 2 columns',
                              "pcorders: The orders file has 2 lines that cannot be read, and --strict is given, so nothing was watched. See 'pcorders watch --help'."]
        sandbox.requests().count() == 0
        folder.toFile().list() == ['orders.csv']

        when:
        def run = watch(file)

        then:
        run.exitCode == 0
        run.err.contains('orders.csv, line 3: customerId must be a GUID, but is contoso\norders.csv, line 5: has 1 field')
        run.err.contains("Orders: 2 in $file, 1 of them new; 2 lines left out")
        results().size() == 1
    }

    def "of many bad lines, twenty are shown"() {
        given:
        def file = Files.writeString(folder.resolve('orders.csv'), "customerId,orderId\n" + 'x,y\n' * 1000)

        when:
        def run = watch(file)

        then:
        run.exitCode == 2
        run.errLines().count { it.startsWith('orders.csv, line ') } == 20
        run.err.contains('… and 980 lines more')
    }

    def "#what is refused before anything is sent: #message"(String what, List<String> args, Map<String, String> environment, int exitCode, String message) {
        given:
        Files.writeString(folder.resolve('orders.csv'), "customerId,orderId\n$CUSTOMER,done\n")
        Files.writeString(folder.resolve('empty.csv'), '')
        Files.writeString(folder.resolve('notes.txt'), 'my notes\n')
        Files.writeString(folder.resolve('bad.db'), 'this is not a database, but a text\n' * 100)
        Files.writeString(folder.resolve('password'), 's3cret-of-the-database')
        Files.writeString(folder.resolve('bad.csv'), "customerId,orderId\nx,y\n$CUSTOMER,\n")
        DriverManager.getConnection("jdbc:sqlite:${folder.resolve('newer.db')}").withCloseable {
            it.createStatement().execute('create table pc_watch_version (version integer)')
            it.createStatement().execute('insert into pc_watch_version values (7)')
        }

        when:
        def run = CommandRun.of([PARTNER_CENTER_TOKEN: sandbox.token()] + environment, ['watch'] + args*.replace('DIR', folder as String) + ['--base-url', sandbox.baseUrl()])

        then:
        run.exitCode == exitCode
        run.err.contains(message)
        !run.err.contains('s3cret')
        run.out == ''
        sandbox.requests().count() == 0
        folder.resolve('notes.txt').toFile().text == 'my notes\n'
        run.errLines().every { it.length() - it.replaceAll(/[.]+$/, '').length() <= 1 }

        where:
        what                          | args                                                                                       | environment                  || exitCode | message
        'no orders file'              | ['--results', 'DIR/r']                                                                     | [:]                          || 2        | 'ORDERS.csv is missing; to try the command without it, use --sandbox 200'
        'no results file'             | ['DIR/orders.csv']                                                                         | [:]                          || 2        | '--results is missing'
        'a missing orders file'       | ['DIR/nowhere.csv', '--results', 'DIR/r']                                                  | [:]                          || 2        | 'The orders file cannot be read (there is no such file)'
        'a folder'                    | ['DIR', '--results', 'DIR/r']                                                              | [:]                          || 2        | 'The orders file cannot be read (it is a folder)'
        'an empty orders file'        | ['DIR/empty.csv', '--results', 'DIR/r']                                                    | [:]                          || 2        | 'The orders file cannot be used: it is empty'
        'the same file twice'         | ['DIR/orders.csv', '--results', 'DIR/./orders.csv']                                        | [:]                          || 2        | 'ORDERS.csv, --results and --page must be different files'
        'the orders file as a store'  | ['DIR/orders.csv', '--results', 'DIR/r', '--store', 'DIR/orders.csv']                      | [:]                          || 2        | '--store is the orders file itself'
        'a quota of 0'                | ['DIR/orders.csv', '--results', 'DIR/r', '--quota', '0']                                   | [:]                          || 2        | "'--quota': A quota is 1 to 10000 requests, not 0"
        'giving up at once'           | ['DIR/orders.csv', '--results', 'DIR/r', '--give-up-after', '0s']                          | [:]                          || 2        | "'--give-up-after': it must be more than zero and at most 365 days"
        'retries'                     | ['DIR/orders.csv', '--results', 'DIR/r', '--retries', '1']                                 | [:]                          || 2        | '--retries cannot be given'
        'a password in the URL'       | ['DIR/orders.csv', '--results', 'DIR/r', '--store', 'jdbc:postgresql://h/d?user=u&password=s3cret-of-the-database'] | [:] || 2 | 'the URL must not contain a user and password'
        'a hidden password'           | ['DIR/orders.csv', '--results', 'DIR/r', '--store', 'jdbc:postgresql://h/d?PASS%77ord=s3cret-of-the-database']      | [:] || 2 | 'PARTNER_CENTER_DATABASE_PASSWORD or --store-password-file'
        'a user in the URL'           | ['DIR/orders.csv', '--results', 'DIR/r', '--store', 'jdbc:postgresql://u:s3cret-of-the-database@h/d']               | [:] || 2 | 'the URL must not contain a user and password'
        'another database'            | ['DIR/orders.csv', '--results', 'DIR/r', '--store', 'jdbc:mysql://h/d?password=s3cret']    | [:]                          || 2        | 'only a file or PostgreSQL is supported'
        'a URL without jdbc'          | ['DIR/orders.csv', '--results', 'DIR/r', '--store', 'postgresql://u:s3cret@h/d']           | [:]                          || 2        | 'give the name of a file, or jdbc:postgresql://HOST/DATABASE'
        'a password without database' | ['DIR/orders.csv', '--results', 'DIR/r', '--store-password-file', 'DIR/password']          | [:]                          || 2        | '--store-user and --store-password-file need --store'
        'no password file'            | ['DIR/orders.csv', '--results', 'DIR/r', '--store', 'jdbc:postgresql://h/d', '--store-password-file', 'DIR/x'] | [:]     || 2        | 'The password file cannot be read (there is no such file)'
        'a database that is away'     | ['DIR/orders.csv', '--results', 'DIR/r', '--store', 'jdbc:postgresql://127.0.0.1:1/d', '--store-password-file', 'DIR/password'] | [:] || 25 | 'The database cannot be used. Check that it runs, the URL of --store, --store-user, and the password, which comes from PARTNER_CENTER_DATABASE_PASSWORD or --store-password-file: Connection to 127.0.0.1:1 refused'
        'no order in the orders file'  | ['DIR/bad.csv', '--results', 'DIR/r']                                                       | [:]                          || 2        | 'No order can be read from the orders file: 2 lines are not an order'
        'a store of another version'   | ['DIR/orders.csv', '--results', 'DIR/r', '--store', 'DIR/newer.db']                         | [:]                          || 25       | 'The tables of the watch have version 7, but this program needs version 1. Use the program that made them, or another database.'
        'a folder as a store'          | ['DIR/orders.csv', '--results', 'DIR/r', '--store', 'DIR']                                  | [:]                          || 25       | ' is a folder. Name a file in it.'
        'a host that is unknown'       | ['DIR/orders.csv', '--results', 'DIR/r', '--store', 'jdbc:postgresql://nowhere.invalid/d', '--store-password-file', 'DIR/password'] | [:] || 25 | 'Unknown host: nowhere.invalid'
        'a folder for results'         | ['DIR/orders.csv', '--results', 'DIR']                                                      | [:]                          || 25       | 'The results file cannot be used: it is a folder: name another file, or correct it.'
        'a store that is no database' | ['DIR/orders.csv', '--results', 'DIR/r', '--store', 'DIR/bad.db']                          | [:]                          || 25       | 'The watch cannot use the file'
        'a store in no folder'        | ['DIR/orders.csv', '--results', 'DIR/r', '--store', 'DIR/nowhere/w.db']                    | [:]                          || 25       | 'Check that its folder exists'
        'another file for results'    | ['DIR/orders.csv', '--results', 'DIR/notes.txt']                                           | [:]                          || 25       | 'The results file cannot be used: it is not a results file of pcorders: name another file'
        'results in no folder'        | ['DIR/orders.csv', '--results', 'DIR/nowhere/r']                                           | [:]                          || 25       | 'The results file cannot be used: its folder does not exist: name another file, or correct it.'
        'no token'                    | ['DIR/orders.csv', '--results', 'DIR/r']                                                   | [PARTNER_CENTER_TOKEN: '']   || 20       | 'There is no token'
        'a sandbox with orders'       | ['DIR/orders.csv', '--sandbox', '5']                                                       | [:]                          || 2        | '--sandbox has its own orders, store, address and token'
        'a sandbox with a store'      | ['--sandbox', '5', '--store', 'DIR/s.db']                                                  | [:]                          || 2        | '--sandbox has its own orders, store, address and token'
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
            new PollingConditions(timeout: 60, delay: 0.01).eventually { assert sandbox.requests().count() > 0 }
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

    def "the results of another store are not added to a file"() {
        given:
        def file = orders(['done'])
        watch(file)

        when:
        def run = watch(orders(['cancelled']), '--store', folder.resolve('other.db'))

        then:
        run.exitCode == 25
        run.err.contains('The results file cannot be used: its results are not from this store: name the file that belongs to the store, or a new one')
        results().size() == 1
    }

    def "two commands cannot write the same results or use the same store"() {
        given:
        def file = orders(['open', 'done'])
        def first = Thread.start { watch(file, '--for', '30s') }
        new PollingConditions(timeout: 60, delay: 0.01).eventually { assert results().size() == 1 }

        expect:
        watch(file).with { exitCode == 25 && err.contains('The results file cannot be used: another pcorders writes it') }
        CommandRun.of(environment(), ['watch', file, '--results', folder.resolve('r2'), '--base-url', sandbox.baseUrl()]).with { exitCode == 25 && err.contains('Another watch uses ') }

        cleanup:
        first.interrupt()
        first.join()
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

        when: 'the disk is full'
        def full = CommandRun.of(environment(), ['watch', file, '--results', '/dev/full', '--base-url', sandbox.baseUrl()])

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

    private void add(String id, String status) {
        sandbox.add(SandboxOrder.of(CUSTOMER, id).with(LineItem.of(1, status)))
    }

    private Path orders(List<String> ids, String header = 'customerId,orderId', Closure<String> line = { "${it == FORBIDDEN ? FORBIDDEN : CUSTOMER},$it" }) {
        Files.writeString(folder.resolve('orders.csv'), ([header] + ids.collect(line)).join('\n') + '\n')
    }

    private Map<String, String> environment() {
        [PARTNER_CENTER_TOKEN: sandbox.token()]
    }

    private CommandRun watch(Path file, Object... more) {
        CommandRun.of(environment(), ['watch', file, '--results', folder.resolve('results.jsonl'), '--base-url', sandbox.baseUrl(), *more])
    }

    private List<String> results() {
        def file = folder.resolve('results.jsonl').toFile()
        file.exists() ? file.readLines() : []
    }
}
