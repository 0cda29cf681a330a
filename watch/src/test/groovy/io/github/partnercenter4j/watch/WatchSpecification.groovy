package io.github.partnercenter4j.watch

import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.sandbox.LineItem
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.SandboxBuilder
import io.github.partnercenter4j.sandbox.SandboxOrder
import io.github.partnercenter4j.watch.internal.engine.EngineTimes
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.CopyOnWriteArrayList
import javax.sql.DataSource
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** A watch of orders in the sandbox, in a file. */
abstract class WatchSpecification extends Specification {
    static final String CUSTOMER = '0c39d6d5-c70d-4c55-bc02-f620844f3fd1'
    static final Duration LONG = Duration.ofMinutes(5)
    /** The first pause without a token. The usual one is ten times as long. */
    static final Duration FIRST_PAUSE = Duration.ofMillis(200)
    private static final EngineTimes SHORT = new EngineTimes(Duration.ofMillis(50), Duration.ofMillis(100), FIRST_PAUSE, Duration.ofMillis(500))

    @TempDir
    Path folder
    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.builder().quota(100_000).start()
    @AutoCleanup
    PartnerCenter partnerCenter = PartnerCenter.builder().baseUrl(sandbox.baseUrl()).credential(Credential.ofToken(sandbox.token())).build()
    List<OrderResult> results = new CopyOnWriteArrayList<>()
    List<LineItemChange> changes = new CopyOnWriteArrayList<>()
    List<WatchPause> pauses = new CopyOnWriteArrayList<>()

    /** A watch with short pauses, and without a burden of quota. */
    ProvisioningWatchBuilder builder(Map<String, Object> options = [:]) {
        def builder = ProvisioningWatch.builder()
                .partnerCenter(options.client as PartnerCenter ?: partnerCenter)
                .quota(options.quota as Quota ?: Quota.of(100, Duration.ofMillis(500)))
                .pauses(Duration.ofSeconds(1), Duration.ofSeconds(1))
                .times(times())
                .onChange { changes << it }
                .onPause { pauses << it }
        options.dataSource ? builder.dataSource(options.dataSource as DataSource) : builder.store(options.file as Path ?: folder.resolve('orders.db'))
        options.listener == false ? builder : builder.onResult { results << it }
    }

    /** Shorter than in production. What the tests check does not depend on it. */
    EngineTimes times() {
        SHORT
    }

    /** Replaces the sandbox by one with other options. */
    void restart(SandboxBuilder options) {
        partnerCenter.close()
        sandbox.close()
        sandbox = options.start()
        partnerCenter = PartnerCenter.builder().baseUrl(sandbox.baseUrl()).credential(Credential.ofToken(sandbox.token())).build()
    }

    /** The pauses that the service or the credential caused: a busy disk may also make a watch wait for its database. */
    List<WatchPause> getServicePauses() {
        pauses.findAll { it.kind() != WatchPause.Kind.DATABASE }
    }

    /** Waits for a condition that becomes true soon. Fails if it does not, instead of hanging. */
    static boolean eventually(Closure<Boolean> condition) {
        long end = System.nanoTime() + LONG.toNanos()
        while (!condition.call()) {
            assert System.nanoTime() < end
            Thread.sleep(20)
        }
        true
    }

    /** Adds an order to the sandbox. */
    SandboxOrder order(String id, LineItem... items) {
        def order = items.inject(SandboxOrder.of(CUSTOMER, id)) { order, item -> order.with(item) }
        sandbox.add(order)
        order
    }

    static LineItem fulfilled() {
        LineItem.of(1, 'fulfilled')
    }

    static LineItem pending(int polls, String then) {
        LineItem.of(1, 'PrefulfillmentPending').thenAfterPolls(polls, then)
    }

    /** The orders that the sandbox was asked for, in order. */
    List<String> asked() {
        sandbox.requests().all().collect { (it.target() =~ /orders\/([^\/]+)\//)[0][1] as String }
    }
}
