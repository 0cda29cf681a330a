package io.github.partnercenter4j.watch.figures

import io.github.partnercenter4j.sandbox.LineItem
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.SandboxOrder
import io.github.partnercenter4j.watch.machines.PooledServer
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** Measures a watch of a million orders, see docs/performance.md. */
@Requires(value = { sys['watch.figures'] }, reason = 'takes many minutes; run it with -Pfigures')
@Timeout(value = 40, unit = TimeUnit.MINUTES)
class ManyOrdersSpec extends Specification {
    private static final String CUSTOMER = '0c39d6d5-c70d-4c55-bc02-f620844f3fd1'
    private static final int ORDERS = Integer.getInteger('watch.figures.orders', 1_000_000)
    private static final int DUE = 500

    @TempDir
    Path folder
    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.start()
    PooledServer postgres
    Process process

    def cleanup() {
        process?.destroyForcibly()
        postgres?.close()
    }

    def 'a million orders need 256 MB of heap, and hardly any CPU while none is due, on #store'(String store) {
        given:
        DUE.times { sandbox.add(SandboxOrder.of(CUSTOMER, "order-${it + 1}").with(LineItem.of(1, 'fulfilled'))) }
        if (store == 'PostgreSQL') {
            postgres = new PooledServer()
        }

        when:
        def figures = measure([ORDERS: ORDERS, DUE: DUE, CUSTOMER: CUSTOMER, STORE: postgres ? postgres.url : folder.resolve('orders.db'), POSTMASTER: postgres ? postgres.pid() : '',
                               SERVICE: sandbox.baseUrl(), TOKEN: sandbox.token()])
        println "$store, $ORDERS orders:\n${figures.collect { name, value -> "$name: $value" }.join('\n')}"

        then:
        sandbox.requests().count() == DUE
        sandbox.requests().overQuota() == 0
        figures['idle CPU of the watch, %'] <= 5

        where:
        store << ['a file', 'PostgreSQL']
    }

    private Map<String, BigDecimal> measure(Map<String, Object> settings) {
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
        def output = folder.resolve('output')
        def builder = new ProcessBuilder(java, '-Xmx256m', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-cp', System.getProperty('java.class.path'), ManyOrders.name)
        settings.each { key, value -> builder.environment()['MANY_' + key] = value as String }
        process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start()
        process.waitFor()
        assert process.exitValue() == 0: Files.readString(output)
        Files.readAllLines(output).findAll { it =~ /^[^:]+: [\d.]+$/ }.collectEntries { it.split(': ').with { [it[0], it[1] as BigDecimal] } }
    }
}
