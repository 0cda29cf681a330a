package io.github.partnercenter4j.watch.machines

import com.zaxxer.hikari.HikariDataSource
import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.sandbox.LineItem
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.SandboxOrder
import io.github.partnercenter4j.watch.OrderResult
import io.github.partnercenter4j.watch.ProvisioningWatch
import io.github.partnercenter4j.watch.Quota
import io.github.partnercenter4j.watch.WatchedOrder
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.time.Instant
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** Four machines, which are JVMs, on one PostgreSQL. The sandbox enforces the quota and judges, by its own clock. */
@Requires(value = { sys['watch.postgresql'] }, reason = 'takes minutes; run it with -Ppostgresql')
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class SeveralMachinesSpec extends Specification {
    private static final String CUSTOMER = '0c39d6d5-c70d-4c55-bc02-f620844f3fd1'
    private static final int QUOTA = 50
    private static final Duration WINDOW = Duration.ofSeconds(6)
    private static final Duration LONGEST = Duration.ofMinutes(15)
    /** Beyond this, threads wait so long for a processor that the use of the quota says nothing about the watch. */
    private static final double BUSY_MILLIS = 10
    private static final int ORDERS = Integer.getInteger('watch.orders', 200)
    private static final Path FAKETIME = Path.of('/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1')

    @TempDir
    Path folder
    @Shared
    @AutoCleanup
    PooledServer postgres = new PooledServer()
    @AutoCleanup
    HikariDataSource pool = postgres.pool()
    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.builder().quota(QUOTA, WINDOW).start()
    @AutoCleanup
    PartnerCenter partnerCenter = PartnerCenter.builder().baseUrl(sandbox.baseUrl()).credential(Credential.ofToken(sandbox.token())).build()
    List<Machine> machines = []

    def cleanup() {
        machines*.process*.destroyForcibly()*.waitFor()
    }

    def 'four machines use the quota, never exceed it, and end each order once'() {
        given:
        def watch = addOrders()

        when:
        4.times { startMachine('plain') }
        def use = go()
        machines.each { it.awaitDone(LONGEST) }
        use.close()

        then:
        report('plain', use)
        endedOnce(watch)
        machines.each { hasAllResults(it, watch) }
        sandbox.requests().overQuota() == 0
        sandbox.requests().mostWithin(WINDOW) <= QUOTA
        def (used, allowed) = [use.used(arrivals()), use.allowed()]
        used >= 0.95 * allowed || use.delay() > BUSY_MILLIS

        cleanup:
        use?.close()
        watch?.close()
    }

    def 'two machines are killed, PostgreSQL is restarted, and one clock is 30 s ahead: no order is lost or ends twice'() {
        given:
        def random = new Random(20261127)
        def watch = addOrders()
        // So that no machine is done before the trouble is over.
        sandbox.setStatus(CUSTOMER, 'order-1', 0, 'pending')
        assert Files.exists(FAKETIME): 'install the package faketime'

        when:
        3.times { startMachine('chaos') }
        // Without the last setting, waits with a time limit return at once.
        startMachine('chaos', ['env', "LD_PRELOAD=$FAKETIME", 'FAKETIME=+30s', 'FAKETIME_DONT_FAKE_MONOTONIC=1', 'FAKETIME_FORCE_MONOTONIC_FIX=0']*.toString())
        def use = go()
        awaitResults(watch, 0.1 + 0.2 * random.nextDouble())
        machines[0].kill()
        awaitResults(watch, 0.35 + 0.1 * random.nextDouble())
        machines[1].kill()
        awaitResults(watch, 0.5)
        postgres.stop()
        TimeUnit.SECONDS.sleep(3)
        postgres.start()
        sandbox.setStatus(CUSTOMER, 'order-1', 0, 'fulfilled')
        machines[2, 3].each { it.awaitDone(LONGEST) }
        use.close()

        then:
        report('chaos', use)
        clockOffset(machines[3]) > Duration.ofSeconds(20)
        endedOnce(watch)
        machines[2, 3].each { hasAllResults(it, watch) }
        sandbox.requests().overQuota() == 0
        sandbox.requests().mostWithin(WINDOW) <= QUOTA

        cleanup:
        use?.close()
        watch?.close()
    }

    private ProvisioningWatch addOrders() {
        (1..ORDERS).each { n ->
            def item = n % 20 == 0 ? LineItem.of(1, 'PrefulfillmentPending').thenAfterPolls(1, 'fulfilled') : LineItem.of(1, 'fulfilled')
            sandbox.add(SandboxOrder.of(CUSTOMER, "order-$n").with(item))
        }
        def watch = ProvisioningWatch.builder().partnerCenter(partnerCenter).dataSource(pool).quota(Quota.of(QUOTA, WINDOW)).build()
        postgres.execute('truncate pc_watch_order, pc_watch_result, pc_watch_slot, pc_watch_quota', 'update pc_watch_tenant set added = 0, fulfilled = 0')
        watch.close()
        watch = ProvisioningWatch.builder().partnerCenter(partnerCenter).dataSource(pool).quota(Quota.of(QUOTA, WINDOW)).build()
        assert watch.addAll((1..ORDERS).stream().map { WatchedOrder.of(CUSTOMER, "order-$it") }) == ORDERS
        watch
    }

    private Machine startMachine(String scenario, List<String> prefix = []) {
        def machine = Machine.start(folder, "$scenario-${machines.size()}", [STORE: postgres.url, SERVICE: sandbox.baseUrl(), TOKEN: sandbox.token(), REQUESTS: QUOTA, WINDOW: WINDOW.toMillis(), GO: folder.resolve('go')], prefix)
        machines << machine
        machine
    }

    /** Lets all machines begin at once. */
    private QuotaUse go() {
        machines*.awaitLine('ready')
        Files.createFile(folder.resolve('go'))
        new QuotaUse(postgres.url, QUOTA, WINDOW, Instant.now() + WINDOW)
    }

    private static void awaitResults(ProvisioningWatch watch, double share) {
        while (watch.progress().done() < share * ORDERS) {
            TimeUnit.MILLISECONDS.sleep(200)
        }
    }

    /** How far the clock of a machine was ahead when it started. */
    private static Duration clockOffset(Machine machine) {
        def (ours, theirs) = [Files.getLastModifiedTime(machine.started).toMillis(), machine.awaitLine('clock').substring(6) as long]
        Duration.ofMillis(theirs - ours)
    }

    private boolean endedOnce(ProvisioningWatch watch) {
        List<OrderResult> results = watch.results(0, ORDERS + 1)
        assert results*.number() == (1L..ORDERS).toList()
        assert results*.orderId().toSet().size() == ORDERS
        assert results.every { it.kind() == OrderResult.Kind.FULFILLED }
        assert watch.progress().open() == 0
        // A kill can cut a line off; that result is delivered again.
        assert machines.findAll { Files.exists(it.deliveries) }.collectMany { Files.readAllLines(it.deliveries) }.containsAll(lines(results))
        true
    }

    /** Its file has each result once, in order, whichever machine ended the order. */
    private static boolean hasAllResults(Machine machine, ProvisioningWatch watch) {
        assert Files.readAllLines(machine.results) == lines(watch.results(0, ORDERS + 1))
        true
    }

    private static List<String> lines(List<OrderResult> results) {
        results.collect { "$it.number $it.orderId" as String }
    }

    private List<Instant> arrivals() {
        sandbox.requests().all()*.arrived()
    }

    private boolean report(String scenario, QuotaUse use) {
        def journal = sandbox.requests()
        println "$scenario: ${journal.count()} requests for $ORDERS orders, most within a window ${journal.mostWithin(WINDOW)}, over the quota ${journal.overQuota()}"
        println sprintf('used %.1f %% of the quota while work was due, of %.1f %% that slots allow; a request held its slot for %.0f ms, a slot was free for %.0f ms; threads waited %.1f ms for a processor',
                100 * use.used(arrivals()), 100 * use.allowed(), use.held(), use.idle(), use.delay())
        println "requests in each window: ${arrivals().countBy { Duration.between(arrivals().first(), it).toMillis().intdiv(WINDOW.toMillis()) }.values()}"
        machines.eachWithIndex { machine, i -> println "machine $i: ${Files.readAllLines(machine.output).findAll { !it.contains('\tat ') }.takeRight(12)}" }
        true
    }
}
