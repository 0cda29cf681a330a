package consumer;

import io.github.partnercenter4j.api.OrdersApi;
import io.github.partnercenter4j.client.orders.ProvisioningStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Says what the status of an order means. */
@RestController
class OrderController {
    private final OrdersApi orders;

    OrderController(OrdersApi orders) {
        this.orders = orders;
    }

    @GetMapping("/orders/{customerId}/{orderId}")
    String outcome(@PathVariable String customerId, @PathVariable String orderId) {
        return ProvisioningStatus.read(orders, customerId, orderId).outcome().reason();
    }
}
