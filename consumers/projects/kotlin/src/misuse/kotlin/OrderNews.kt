package consumer

import io.github.partnercenter4j.api.OrdersApi
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatus

/** Ignores in each function what can be null, or must not be. */
class OrderNews {
    fun status(item: OrderLineItemProvisioningStatus): String = item.status()

    fun length(item: OrderLineItemProvisioningStatus): Int = item.status().length

    fun nowhere() = PartnerCenter.builder().baseUrl(null)

    fun nobody(orders: OrdersApi, customerId: String?) = orders.getProvisioningStatus(customerId, "order")

    fun nothing(orders: OrdersApi) = orders.getProvisioningStatus("customer", null)
}
