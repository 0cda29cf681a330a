package io.github.partnercenter4j.sandbox

import com.fasterxml.jackson.databind.ObjectMapper
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** A sandbox with orders and a clock that the test moves. */
abstract class OrdersSpecification extends Specification {
    static final CUSTOMER = '11111111-2222-3333-4444-555555555555'

    @AutoCleanup PartnerCenterSandbox sandbox
    @TempDir Path folder
    def clock = new MovableClock()

    void start(SandboxOrder order) {
        sandbox = PartnerCenterSandbox.builder().spec(KnownSpec.MODEL).clock(clock).order(order).start()
    }

    def request(String order, Map<String, String> headers = [:], String customer = CUSTOMER) {
        RawClient.get("${sandbox.baseUrl()}/v1/customers/$customer/orders/$order/provisioningstatus", [Authorization: 'Bearer ' + sandbox.token()] + headers)
    }

    def json(String order, String customer = CUSTOMER) {
        new ObjectMapper().readValue(request(order, [:], customer).body(), Map)
    }

    def follow(Map link) {
        def base = link.uri.startsWith('/v1/') ? sandbox.baseUrl() : sandbox.baseUrl() + '/v1'
        def headers = link.headers.collectEntries { [it.key, it.value] }
        new ObjectMapper().readValue(RawClient.get(base + link.uri, [Authorization: 'Bearer ' + sandbox.token()] + headers).body(), Map)
    }

    List<String> statuses() {
        json('o').items*.status
    }
}
