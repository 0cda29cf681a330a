package io.github.partnercenter4j.cli

import io.github.partnercenter4j.sandbox.LineItem
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.SandboxOrder
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.IgnoreIf
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

/** Runs the command in a process of its own, to kill it. */
class WatchProcessSpec extends Specification {
    static final CUSTOMER = CommandRun.CUSTOMER

    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.builder().quota(100_000).start()

    @TempDir
    Path folder

    List<Process> processes = []

    def cleanup() {
        processes*.destroyForcibly()*.waitFor()
    }

    def "killed at any moment, no result is lost or doubled"() {
        given:
        def ids = orders(80)
        def random = new Random(14)

        when: 'it is killed when the file has a few more results, and sometimes while it writes the next one'
        4.times {
            def process = start()
            // On a busy machine it may have written all of them before this test sees it.
            whenWritten(process, Math.min(80, results().size() + 3 + random.nextInt(10)))
            process.destroyForcibly().waitFor()
        }
        def last = start()
        def out = last.inputStream.text

        then:
        last.waitFor() == 0
        results()*.find(/"orderId":"([^"]*)"/) { it[1] }.sort() == ids.sort()
        results()*.find(/"number":(\d+),/) { it[1] }*.toInteger() == (1..80).toList()
        out.contains('80  fulfilled\n')
        sandbox.requests().count() >= 80

        and: 'only the requests in flight were repeated'
        sandbox.requests().count() <= 80 + 4 * 30
    }

    @IgnoreIf(value = { data.signal == 'INT' && WatchProcessSpec.ignoresInterrupts() }, reason = 'this process ignores SIGINT, as in the background of a shell')
    def "SIG#signal, such as from Ctrl-C, ends the watch, says how to go on, and keeps what is done"() {
        given:
        orders(5)
        sandbox.add(SandboxOrder.of(CUSTOMER, 'open').with(LineItem.of(1, 'PrefulfillmentPending')))
        Files.writeString(folder.resolve('orders.csv'), Files.readString(folder.resolve('orders.csv')) + "$CUSTOMER,open\n")
        def process = start()
        def out = new StringBuilder()
        def err = new StringBuilder()
        process.consumeProcessOutput(out, err)
        whenWritten(process, 5)

        when:
        def killed = new ProcessBuilder('kill', "-$signal", process.pid() as String).start().waitFor()

        then:
        killed == 0
        process.waitFor(5, TimeUnit.MINUTES)
        process.waitForProcessOutput() == null
        process.exitValue() == exitCode
        err.toString().readLines().takeRight(3).with {
            it[0] == 'Stopping: waiting for the requests in flight.' &&
                    it[1].startsWith('5 fulfilled, 1 pending, 0 unfulfilled, 0 failed; ') &&
                    it[2].startsWith('Stopped. To go on, run the same command again: ') &&
                    it[2].endsWith(" watch ${folder}/orders.csv --results ${folder}/results.jsonl --base-url ${sandbox.baseUrl()}")
        }
        results().size() == 5

        where:
        signal | exitCode
        'INT'  | 130
        'TERM' | 143
    }

    /** A shell starts a job in the background so that it ignores Ctrl-C, and so do the processes that it starts. */
    static boolean ignoresInterrupts() {
        def status = Path.of('/proc/self/status')
        Files.exists(status) && Files.readString(status).with { (Long.parseUnsignedLong((it =~ /SigIgn:\s*([0-9a-f]+)/)[0][1], 16) & 2) != 0 }
    }

    def "the command status loads neither the watch nor a database driver, nor the sandbox, nor what signs in"() {
        when:
        def process = start(['-Xlog:class+load:stdout'], ['status', '--customer', sandbox.customerId(), '--order', sandbox.orderId(), '--base-url', sandbox.baseUrl()])
        def out = process.inputStream.text

        then:
        process.waitFor() == 0
        out.contains(' io.github.partnercenter4j.cli.command.StatusCommand ')
        ['com.microsoft.aad.', 'com.github.tomakehurst.', 'org.eclipse.jetty.', 'io.github.partnercenter4j.sandbox.internal.', 'org.sqlite.', 'org.postgresql.', 'com.zaxxer.', 'com.github.kagkarlsson.', 'de.siegmar.', 'io.github.partnercenter4j.watch.', 'io.github.partnercenter4j.cli.watch.']
                .findAll { out.contains(' ' + it) } == []
    }

    private List<String> orders(int count) {
        def ids = (1..count).collect { "o$it" as String }
        ids.each { sandbox.add(SandboxOrder.of(CUSTOMER, it).with(LineItem.of(1, 'Fulfilled'))) }
        Files.writeString(folder.resolve('orders.csv'), 'customerId,orderId\n' + ids.collect { "$CUSTOMER,$it\n" }.join())
        ids
    }

    private Process start() {
        start([], ['watch', folder.resolve('orders.csv') as String, '--results', folder.resolve('results.jsonl') as String, '--base-url', sandbox.baseUrl()])
    }

    private Process start(List<String> jvm, List<String> args) {
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java') as String
        def classPath = System.getProperty('surefire.test.class.path', System.getProperty('java.class.path'))
        def builder = new ProcessBuilder([java, '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', *jvm, '-cp', classPath, Main.name, *args])
        builder.environment().putAll([PARTNER_CENTER_TOKEN: sandbox.token(), PARTNER_CENTER_STORE: '/nowhere/sign-in.json'])
        builder.redirectError(jvm.empty ? ProcessBuilder.Redirect.PIPE : ProcessBuilder.Redirect.DISCARD)
        def process = builder.start()
        processes << process
        process
    }

    /** Waits without keeping a processor busy, which the process needs to start. */
    private void whenWritten(Process process, int count) {
        new PollingConditions(timeout: 300, delay: 0.01).eventually { assert results().size() >= count || !process.alive }
        assert results().size() >= count
    }

    private List<String> results() {
        def file = folder.resolve('results.jsonl').toFile()
        // A line is there when its end is.
        file.exists() ? file.text.with { it.substring(0, it.lastIndexOf('\n') + 1) }.readLines() : []
    }
}
