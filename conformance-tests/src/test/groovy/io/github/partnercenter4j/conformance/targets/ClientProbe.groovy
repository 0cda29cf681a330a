package io.github.partnercenter4j.conformance.targets

import io.github.partnercenter4j.client.CallOptions
import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.client.PartnerCenterException
import io.github.partnercenter4j.conformance.wire.Relay
import java.util.function.UnaryOperator

/** Calls a target with the client. Each call is one request. */
class ClientProbe implements Closeable {
    private final TargetSettings settings
    private final Relay relay
    private final PartnerCenter partnerCenter

    ClientProbe(TargetSettings settings) {
        this.settings = settings
        relay = new Relay(settings.baseUrl)
        partnerCenter = PartnerCenter.builder().baseUrl(relay.baseUrl).credential(Credential.ofToken(settings.token))
                .options { o -> o.maxRetries(0) }.build()
    }

    ClientResult send(String mediaType) {
        relay.reset()
        def orders = partnerCenter.with({ o -> o.accept(mediaType) } as UnaryOperator<CallOptions>).orders()
        try {
            def collection = orders.getProvisioningStatus(settings.customer, settings.order)
            def outcome = "${collection.items().size()} line items, totalCount ${collection.totalCount()}"
            return new ClientResult(mediaType, status(), outcome, true)
        } catch (PartnerCenterException | IllegalArgumentException e) {
            return new ClientResult(mediaType, status(), "${e.class.simpleName}: ${e.message.replaceAll(/ \[MS-[A-Za-z]+ [^\]]*]/, '')}", false)
        }
    }

    private int status() {
        relay.exchanges.empty ? 0 : relay.exchanges.last().response.status
    }

    @Override
    void close() {
        partnerCenter.close()
        relay.close()
    }
}
