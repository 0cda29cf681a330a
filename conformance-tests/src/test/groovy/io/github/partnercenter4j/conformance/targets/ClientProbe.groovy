package io.github.partnercenter4j.conformance.targets

import groovy.transform.CompileStatic
import io.github.partnercenter4j.api.OrdersApi
import io.github.partnercenter4j.client.CallOptions
import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.client.PartnerCenterException
import io.github.partnercenter4j.conformance.wire.Relay
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection
import java.util.function.UnaryOperator

/** Calls a target with the client. Each call is one request. */
@CompileStatic
class ClientProbe implements Closeable {
    private final TargetSettings settings
    private final Relay relay
    private final PartnerCenter partnerCenter

    ClientProbe(TargetSettings settings) {
        this.settings = settings
        relay = new Relay(settings.baseUrl)
        partnerCenter = PartnerCenter.builder().baseUrl(relay.baseUrl).credential(Credential.ofToken(settings.token))
                .options({ CallOptions it -> it.maxRetries(0) } as UnaryOperator<CallOptions>).build()
    }

    ClientResult send(String mediaType) {
        relay.reset()
        OrdersApi orders = partnerCenter.with({ CallOptions it -> it.accept(mediaType) } as UnaryOperator<CallOptions>).orders()
        try {
            OrderLineItemProvisioningStatusCollection collection = orders.getProvisioningStatus(settings.customer, settings.order)
            String outcome = "${collection.items().size()} line items, totalCount ${collection.totalCount()}"
            return new ClientResult(mediaType, status(), outcome, true)
        } catch (PartnerCenterException | IllegalArgumentException e) {
            return new ClientResult(mediaType, status(), e.class.simpleName + ': ' + e.message.replaceAll(/ \[MS-[A-Za-z]+ [^\]]*]/, ''), false)
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
