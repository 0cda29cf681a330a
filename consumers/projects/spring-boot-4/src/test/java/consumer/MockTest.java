package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.when;

import io.github.partnercenter4j.api.OrdersApi;
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatus;
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** The application calls a mock of the generated interface. */
@SpringBootTest(properties = "partnercenter.sandbox.enabled=true")
class MockTest {
    @MockitoBean
    private OrdersApi orders;

    @Test
    void aCancelledLineItemIsUnfulfilled(@Autowired OrderController controller) {
        var line = OrderLineItemProvisioningStatus.builder().lineItemNumber(0).status("unfulfilled").build();
        when(orders.getProvisioningStatus("customer", "order"))
                .thenReturn(OrderLineItemProvisioningStatusCollection.builder().totalCount(1).items(List.of(line)).build());
        assertEquals("line item 0 is unfulfilled", controller.outcome("customer", "order"));
    }
}
