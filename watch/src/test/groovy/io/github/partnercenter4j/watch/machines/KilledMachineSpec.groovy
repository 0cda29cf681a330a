package io.github.partnercenter4j.watch.machines

import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.sandbox.LineItem
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.SandboxOrder
import io.github.partnercenter4j.watch.OrderResult
import io.github.partnercenter4j.watch.ProvisioningWatch
import io.github.partnercenter4j.watch.Quota
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** One machine on a file, killed at random moments: while it opens the file, while it adds orders, and while it asks for them. */
@Requires(value = { sys['watch.postgresql'] }, reason = 'takes minutes; run it with -Ppostgresql')
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class KilledMachineSpec extends Specification {
    private static final String CUSTOMER = '0c39d6d5-c70d-4c55-bc02-f620844f3fd1'
    private static final int ORDERS = 400
    /** Pending until the last kill, so that no machine is done before it, however long a JVM takes to start. */
    private static final String PENDING = "order-$ORDERS"
    private static final int KILLS = Integer.getInteger('watch.kills', 20)
    private static final int QUOTA = 50
    private static final Duration WINDOW = Duration.ofSeconds(6)

    @TempDir
    Path folder
    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.builder().quota(QUOTA, WINDOW).start()
    @AutoCleanup
    PartnerCenter partnerCenter = PartnerCenter.builder().baseUrl(sandbox.baseUrl()).credential(Credential.ofToken(sandbox.token())).build()
    List<Machine> machines = []

    def cleanup() {
        machines*.process*.destroyForcibly()*.waitFor()
    }

    def 'a machine that is killed again and again ends each order once, within the quota'() {
        given:
        def random = new Random(14)
        (1..<ORDERS).each { sandbox.add(SandboxOrder.of(CUSTOMER, "order-$it").with(LineItem.of(1, 'fulfilled'))) }
        sandbox.add(SandboxOrder.of(CUSTOMER, PENDING).with(LineItem.of(1, 'pending')))

        when: 'it is killed up to 3 s after its JVM opened the file'
        KILLS.times {
            start(it)
            machines.last().awaitLine('clock')
            TimeUnit.MILLISECONDS.sleep(random.nextInt(3_000))
            machines.last().kill()
        }
        start(KILLS)
        sandbox.setStatus(CUSTOMER, PENDING, 0, 'fulfilled')
        machines.last().awaitDone(Duration.ofMinutes(8))

        then:
        def watch = ProvisioningWatch.builder().partnerCenter(partnerCenter).store(folder.resolve('orders.db')).quota(Quota.of(QUOTA, WINDOW)).build()
        List<OrderResult> results = watch.results(0, ORDERS + 1)
        println "${sandbox.requests().count()} requests for $ORDERS orders and $KILLS kills, most within a window ${sandbox.requests().mostWithin(WINDOW)}"
        results*.number() == (1L..ORDERS).toList()
        results*.orderId().toSet().size() == ORDERS
        watch.progress().open() == 0
        sandbox.requests().overQuota() == 0
        sandbox.requests().mostWithin(WINDOW) <= QUOTA

        and: 'each result was delivered, at least once'
        // A kill can cut a line off; that result is delivered again.
        machines.findAll { Files.exists(it.deliveries) }.collectMany { Files.readAllLines(it.deliveries) }.containsAll(lines(results))

        and: 'the file of the last one is complete'
        Files.readAllLines(machines.last().results) == lines(results)

        cleanup:
        watch?.close()
    }

    def 'a second machine on the same file ends with a clear error'() {
        given:
        sandbox.add(SandboxOrder.of(CUSTOMER, 'order-1').with(LineItem.of(1, 'pending')))
        start(1, 1)
        machines[0].awaitLine('started')

        when:
        start(2, 1)

        then:
        machines[1].process.waitFor() == 1
        Files.readString(machines[1].output).contains("StoreException: Another watch uses ${folder.resolve('orders.db')}. End it first, or use another file; for several machines use PostgreSQL")
        machines[0].process.alive
    }

    private static List<String> lines(List<OrderResult> results) {
        results.collect { "$it.number $it.orderId" as String }
    }

    private void start(int number, int orders = ORDERS) {
        machines << Machine.start(folder, "machine-$number", [STORE: folder.resolve('orders.db'), SERVICE: sandbox.baseUrl(), TOKEN: sandbox.token(), REQUESTS: QUOTA, WINDOW: WINDOW.toMillis(), ORDERS: orders, CUSTOMER: CUSTOMER])
    }
}
