package io.github.partnercenter4j.cli

import io.github.partnercenter4j.sandbox.LineItem
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.SandboxOrder
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** The command watch, with the orders of a sandbox. */
abstract class WatchSpecification extends Specification {
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

    void add(String id, String status) {
        sandbox.add(SandboxOrder.of(CUSTOMER, id).with(LineItem.of(1, status)))
    }

    Path orders(List<String> ids, String header = 'customerId,orderId', Closure<String> line = { "${it == FORBIDDEN ? FORBIDDEN : CUSTOMER},$it" }) {
        Files.writeString(folder.resolve('orders.csv'), ([header] + ids.collect(line)).join('\n') + '\n')
    }

    Map<String, String> environment() {
        [PARTNER_CENTER_TOKEN: sandbox.token()]
    }

    CommandRun watch(Path file, Object... more) {
        def results = '--results' in more ? [] : ['--results', folder.resolve('results.jsonl')]
        CommandRun.of(environment(), ['watch', file, *results, '--base-url', sandbox.baseUrl(), *more])
    }

    List<String> results() {
        def file = folder.resolve('results.jsonl').toFile()
        file.exists() ? file.readLines() : []
    }
}
