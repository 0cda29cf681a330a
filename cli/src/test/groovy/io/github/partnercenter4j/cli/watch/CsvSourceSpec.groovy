package io.github.partnercenter4j.cli.watch

import io.github.partnercenter4j.cli.output.Terminal
import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.watch.ProvisioningWatch
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

class CsvSourceSpec extends Specification {
    private static final CUSTOMER = '0c39d6d5-c70d-4c55-bc02-f620844f3fd1'

    @TempDir
    Path folder
    @AutoCleanup
    StopSignal stop = new StopSignal(Duration.ofSeconds(1))
    @AutoCleanup
    PartnerCenter client = PartnerCenter.builder().baseUrl('http://127.0.0.1:1').credential(Credential.ofToken('none')).build()
    StringWriter err = new StringWriter()

    def "stopped while orders are added, those that were read stay, and the next run adds the others"() {
        given: 'a line that makes the user press Ctrl-C'
        def file = folder.resolve('orders.csv')
        Files.writeString(file, 'customerId,orderId\n' + (1..6_000).collect { it == 5_500 ? 'bad\n' : "$CUSTOMER,o$it\n" }.join())
        def pressing = new PrintWriter(err) {
            @Override
            void write(String text, int offset, int length) {
                super.write(text, offset, length)
                if (text.contains('line 5501')) {
                    stop.stop.countDown()
                }
            }
        }
        def source = new CsvSource(file, { new IllegalStateException(it) })
        def watch = ProvisioningWatch.builder().partnerCenter(client).store(folder.resolve('w.db')).build()

        when:
        source.addTo(watch, new WatchOutput(new Terminal(new PrintWriter(new StringWriter()), pressing), [:]), stop)

        then:
        watch.progress().open() == 5_499
        err.toString().readLines()[-1] == "Orders: 5499 in $file, 5499 of them new; 1 line left out; stopped before the end of the file"

        when:
        new StopSignal(Duration.ofSeconds(1)).withCloseable {
            source.addTo(watch, new WatchOutput(new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err)), [:]), it)
        }

        then:
        watch.progress().open() == 5_999
        err.toString().readLines()[-1] == "Orders: 5999 in $file, 500 of them new; 1 line left out"

        cleanup:
        watch?.close()
    }

    def "of #count bad lines, #shown are shown, and none is accepted with --strict"(int count, int shown, List<String> more, String lines) {
        given:
        def file = Files.writeString(folder.resolve('orders.csv'), 'customerId,orderId\n' + 'x,y\n' * count)

        when:
        new CsvSource(file, { new IllegalStateException(it) }).checkLines(output(false))

        then:
        def e = thrown(IllegalStateException)
        e.message == "The orders file has $lines that cannot be read, and --strict is given, so nothing was watched"
        err.toString().readLines() == (1..shown).collect { "orders.csv, line ${it + 1}: customerId must be a GUID, but is x" } + more

        where:
        count | shown || more                     | lines
        1     | 1     || []                       | '1 line'
        20    | 20    || []                       | '20 lines'
        21    | 20    || ['… and 1 line more']    | '21 lines'
        30    | 20    || ['… and 10 lines more']  | '30 lines'
    }

    def "of the lines #lines the user reads: #said"(List<String> lines, String said) {
        given:
        def file = Files.writeString(folder.resolve('orders.csv'), (['customerId,orderId'] + lines).join('\n'))
        def watch = ProvisioningWatch.builder().partnerCenter(client).store(folder.resolve('w.db')).build()

        when:
        def refused = null
        try {
            new CsvSource(file, { new IllegalStateException(it) }).addTo(watch, output(false), stop)
        } catch (IllegalStateException e) {
            refused = e.message
        }

        then:
        (refused ?: err.toString().readLines()[-1]) == said.replace('FILE', file as String)

        cleanup:
        watch?.close()

        where:
        lines                                              || said
        []                                                 || 'Orders: 0 in FILE, 0 of them new'
        ["$CUSTOMER,o1", "$CUSTOMER,o1", "$CUSTOMER,o2"]   || 'Orders: 3 in FILE, 2 of them new'
        ["$CUSTOMER,o1", 'x']                              || 'Orders: 1 in FILE, 1 of them new; 1 line left out'
        ['x']                                              || 'No order can be read from the orders file: 1 line is not an order'
        ['x', 'y']                                         || 'No order can be read from the orders file: 2 lines are not an order'
    }

    def "the user sees that adding many orders goes on: every #seconds s on #where"(boolean interactive, int seconds, String where, String first) {
        given:
        def output = output(interactive)

        when: 'a thousand orders are added each second'
        (0..30_000).each { output.adding(it, it * 1_000_000L) }
        def shown = err.toString().findAll(/Adding orders: \d+ so far/)

        then:
        shown[0] == first
        err.toString().contains('\r') == interactive
        err.toString().contains('\n') != interactive
        shown.unique().size() == 30.intdiv(seconds)

        where:
        interactive | seconds | where           || first
        true        | 1       | 'a terminal'    || 'Adding orders: 1000 so far'
        false       | 10      | 'anything else' || 'Adding orders: 10000 so far'
    }

    private WatchOutput output(boolean interactive) {
        new WatchOutput(new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err), interactive), [COLUMNS: '80'])
    }
}
