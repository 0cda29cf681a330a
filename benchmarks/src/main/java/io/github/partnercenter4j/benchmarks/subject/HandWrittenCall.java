package io.github.partnercenter4j.benchmarks.subject;

import io.github.partnercenter4j.client.Format;
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.Timeout;

/**
 * The same call with HttpClient 5, as a careful engineer would write it for this one operation.
 * docs/performance.md lists what it leaves out.
 */
final class HandWrittenCall implements StatusCall {
    private static final int MAX_BODY_BYTES = 64 * 1024 * 1024;

    private final CloseableHttpClient client = HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(64)
                    .setMaxConnPerRoute(64)
                    .setDefaultConnectionConfig(ConnectionConfig.custom()
                            .setConnectTimeout(Timeout.ofSeconds(10))
                            .build())
                    .build())
            .setDefaultRequestConfig(RequestConfig.custom()
                    .setResponseTimeout(Timeout.ofSeconds(60))
                    .build())
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .build();
    private final String baseUrl;
    private final String accept;
    private final HandWrittenDecoder decoder;

    HandWrittenCall(String baseUrl, Format format) {
        this.baseUrl = baseUrl;
        this.accept = HandWrittenDecoder.accept(format);
        this.decoder = HandWrittenDecoder.of(format);
    }

    static String url(String baseUrl) {
        return baseUrl + "/v1/customers/" + URLEncoder.encode(CUSTOMER_ID, StandardCharsets.UTF_8) + "/orders/"
                + URLEncoder.encode(ORDER_ID, StandardCharsets.UTF_8) + "/provisioningstatus";
    }

    @Override
    public Object get() throws IOException {
        HttpGet request = new HttpGet(url(baseUrl));
        request.setHeader("Authorization", "Bearer " + TOKEN);
        request.setHeader("Accept", accept);
        request.setHeader("MS-RequestId", UUID.randomUUID().toString());
        request.setHeader("MS-CorrelationId", UUID.randomUUID().toString());
        request.setHeader("X-Locale", "en-US");
        request.setHeader("MS-Contract-Version", "v1");
        return client.execute(request, this::read);
    }

    private OrderLineItemProvisioningStatusCollection read(ClassicHttpResponse response) throws IOException {
        if (response.getCode() != 200) {
            throw new IOException("The service returned the status " + response.getCode());
        }
        byte[] body = EntityUtils.toByteArray(response.getEntity(), MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            throw new IOException("The response is larger than " + MAX_BODY_BYTES + " bytes");
        }
        return decoder.decode(body);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
