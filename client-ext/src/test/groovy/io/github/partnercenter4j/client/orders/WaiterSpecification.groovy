package io.github.partnercenter4j.client.orders

import static io.github.partnercenter4j.client.internal.call.RetryOnTheWireSpec.json

import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.client.RawServer
import io.github.partnercenter4j.client.internal.call.RetryOnTheWireSpec
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification

/** A waiter with its own clock, whose calls get the given responses. */
abstract class WaiterSpecification extends Specification {
    @AutoCleanup
    RawServer server
    @AutoCleanup
    PartnerCenter partnerCenter

    long now = 0
    List<Integer> pauses = []
    List<String> told = []
    Closure whilePausing = {}

    /** Responds with a status of the line item, an HTTP status or a complete response, or resets the connection. */
    ProvisioningWaiter waiter(Object... responses) {
        server = RetryOnTheWireSpec.playing(*responses.collect { response -> response == 'reset' ? { it.reset() } : { it.send(text(response)) } })
        partnerCenter = PartnerCenter.builder().baseUrl(server.url).credential(Credential.ofToken('t')).options { it.maxRetries(0) }.build()
        waiter(partnerCenter)
    }

    ProvisioningWaiter waiter(PartnerCenter partnerCenter) {
        new ProvisioningWaiter(partnerCenter.orders(), { now }, { Duration pause ->
            whilePausing()
            pauses << (pause.toSeconds() as int)
            now += pause.toNanos()
        }).onOutcome { told << it.reason() }
    }

    static String page(int item, String next = null, String status = item == 0 ? 'fulfilled' : 'pending') {
        json('200 OK', """{"totalCount":2,"items":[{"lineItemNumber":$item,"status":"$status"}]${next == null ? '' : /,"links":{"next":{"uri":"$next"}}/}}""")
    }

    static String text(Object response) {
        if (response instanceof Integer) {
            return json("$response Status", '{}')
        }
        response.startsWith('HTTP') ? response : json('200 OK', """{"items":[{"lineItemNumber":0,"status":"$response"}]}""")
    }
}
