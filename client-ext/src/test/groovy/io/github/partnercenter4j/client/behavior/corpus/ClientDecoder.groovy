package io.github.partnercenter4j.client.behavior.corpus

import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.testing.Literals
import io.github.partnercenter4j.testing.StubServer
import java.time.Duration

/** Decodes a body as a user of the client would: as the body of a 200 response to a call. */
class ClientDecoder implements Decoder, Closeable {
    private final StubServer server = new StubServer()
    private final PartnerCenter partnerCenter = PartnerCenter.builder().baseUrl(server.baseUrl).credential(Credential.ofToken('t'))
            .timeout(Duration.ofMinutes(5)).options { o -> o.maxRetries(0) }.build()
    private final String mediaType

    ClientDecoder(String mediaType) {
        this.mediaType = mediaType
    }

    @Override
    Object read(byte[] body) {
        server.respond(200, mediaType, body)
        partnerCenter.orders().getProvisioningStatus(Literals.CUSTOMER, Literals.ORDER)
    }

    @Override
    void close() {
        partnerCenter.close()
        server.close()
    }
}
