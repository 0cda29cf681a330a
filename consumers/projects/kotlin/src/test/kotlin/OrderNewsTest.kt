package consumer

import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.client.ServiceException
import io.github.partnercenter4j.sandbox.ClientSettings
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.Responses
import io.github.partnercenter4j.sandbox.SandboxExtension
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.ExtendWith

@ExtendWith(SandboxExtension::class)
class OrderNewsTest {
    @Test
    fun `each line item has its news`(sandbox: PartnerCenterSandbox, settings: ClientSettings) {
        sandbox.next(Responses.pending())
        client(settings).use { assertEquals(listOf("prefulfillmentpending"), OrderNews(it.orders()).of(settings.customerId(), settings.orderId())) }
    }

    @Test
    fun `an order that does not exist is an exception`(settings: ClientSettings) {
        client(settings).use {
            val e = assertThrows(ServiceException::class.java) { OrderNews(it.orders()).of(settings.customerId(), "missing") }
            assertEquals(404, e.status())
        }
    }

    private fun client(settings: ClientSettings): PartnerCenter =
        PartnerCenter.builder().baseUrl(settings.baseUrl()).credential(Credential.ofToken(settings.token())).build()
}
