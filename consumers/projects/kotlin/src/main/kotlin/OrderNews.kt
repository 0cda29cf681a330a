package consumer

import io.github.partnercenter4j.api.OrdersApi
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatus

/** Says how each line item of an order is doing. */
class OrderNews(private val orders: OrdersApi) {
    fun of(customerId: String, orderId: String): List<String> {
        // A list is never null, and neither is what it holds.
        val items: List<OrderLineItemProvisioningStatus> = orders.getProvisioningStatus(customerId, orderId).items()
        // The status is optional in the OpenAPI document.
        return items.map { item -> item.status()?.lowercase() ?: "no status" }
    }
}
