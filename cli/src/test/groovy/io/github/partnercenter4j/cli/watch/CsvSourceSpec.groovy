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

    def "the user sees that adding many orders goes on: every #seconds s on #where"(boolean interactive, int seconds, String where, String first) {
        given:
        def output = new WatchOutput(new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err), interactive), [COLUMNS: '80'])

        when: 'a thousand orders are added each second'
        (0..30_000).each { output.adding(it, it * 1_000_000L) }
        def shown = err.toString().findAll(/Adding orders: \d+ so far/)

        then:
        shown[0] == first
        shown.unique().size() == 30.intdiv(seconds)

        where:
        interactive | seconds | where           || first
        true        | 1       | 'a terminal'    || 'Adding orders: 1000 so far'
        false       | 10      | 'anything else' || 'Adding orders: 10000 so far'
    }
}
