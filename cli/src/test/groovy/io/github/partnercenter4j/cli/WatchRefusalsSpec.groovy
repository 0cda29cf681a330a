package io.github.partnercenter4j.cli

import io.github.partnercenter4j.cli.option.DatabaseUrl
import java.nio.file.Files
import java.sql.DriverManager
import spock.util.concurrent.PollingConditions

/** What the command watch refuses before it sends anything, and lines that it leaves out. */
class WatchRefusalsSpec extends WatchSpecification {
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
        'a password of a key'         | ['DIR/orders.csv', '--results', 'DIR/r', '--store', 'jdbc:postgresql://h/d?ssl=true&sslpassword=s3cret']            | [:] || 2 | 'the URL must not contain a user and password'
        'a user in the URL'           | ['DIR/orders.csv', '--results', 'DIR/r', '--store', 'jdbc:postgresql://u:s3cret-of-the-database@h/d']               | [:] || 2 | 'the URL must not contain a user and password'
        'another database'            | ['DIR/orders.csv', '--results', 'DIR/r', '--store', 'jdbc:mysql://h/d?password=s3cret']    | [:]                          || 2        | 'only a file or PostgreSQL is supported'
        'a URL without jdbc'          | ['DIR/orders.csv', '--results', 'DIR/r', '--store', 'postgresql://u:s3cret@h/d']           | [:]                          || 2        | 'give the name of a file, or jdbc:postgresql://HOST/DATABASE'
        'a password without database' | ['DIR/orders.csv', '--results', 'DIR/r', '--store-password-file', 'DIR/password']          | [:]                          || 2        | '--store-user and --store-password-file need --store'
        'a user without database'     | ['DIR/orders.csv', '--results', 'DIR/r', '--store-user', 'u']                              | [:]                          || 2        | '--store-user and --store-password-file need --store'
        'the same file as page'       | ['DIR/orders.csv', '--results', 'DIR/r', '--page', 'DIR/r']                                | [:]                          || 2        | 'ORDERS.csv, --results and --page must be different files'
        'the orders file as page'     | ['DIR/orders.csv', '--results', 'DIR/r', '--page', 'DIR/orders.csv']                       | [:]                          || 2        | 'ORDERS.csv, --results and --page must be different files'
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

    def "a sandbox is not watched with #args: #message"(List<String> args, String message) {
        expect:
        with(CommandRun.of([:], ['watch', *args])) {
            exitCode == 2
            err.contains(message)
        }

        where:
        args                                                || message
        ['--sandbox', '0']                                  || '--sandbox needs 1 order or more'
        ['--sandbox', '1', '--cloud', 'china']              || 'so --cloud cannot be given'
        ['--sandbox', '1', '--base-url', 'http://127.0.0.1'] || 'so --base-url cannot be given'
        ['--sandbox', '1', '--token-file', 'x']             || 'so --token-file cannot be given'
    }

    def "#text is the URL of a database: #url"(String text, boolean url) {
        expect:
        DatabaseUrl.isUrl(text) == url

        where:
        text                     || url
        'jdbc:postgresql:orders' || true
        'JDBC:mysql://h/d'       || true
        'postgres://h/d'         || true
        'orders.db'              || false
        'C:\\orders.db'          || false
        'C:/orders.db'           || false
        'folder/x://y'           || false
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
        def first = Thread.start { watch(file, '--for', '10m') }
        new PollingConditions(timeout: 300, delay: 0.01).eventually { assert results().size() == 1 }

        expect:
        watch(file).with { exitCode == 25 && err.contains('The results file cannot be used: another pcorders writes it') }
        CommandRun.of(environment(), ['watch', file, '--results', folder.resolve('r2'), '--base-url', sandbox.baseUrl()]).with { exitCode == 25 && err.contains('Another watch uses ') }

        cleanup:
        first.interrupt()
        first.join()
    }
}
