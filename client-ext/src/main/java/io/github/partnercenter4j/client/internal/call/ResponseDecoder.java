package io.github.partnercenter4j.client.internal.call;

import com.fasterxml.jackson.databind.json.JsonMapper;
import feign.Request;
import feign.Response;
import io.github.partnercenter4j.client.PartnerCenterException;
import io.github.partnercenter4j.client.internal.body.FaultReader;
import io.github.partnercenter4j.client.internal.body.Mappers;
import io.github.partnercenter4j.client.internal.http.BodyReader;
import io.github.partnercenter4j.client.internal.http.TransportFailure;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a response that was received earlier, exactly as a call would. Sends nothing. {@code pcorders decode} uses it to
 * show how the client reads a body from a support case.
 */
public final class ResponseDecoder {
    private final ResponseReader reader;
    private final BodyReader bodies;

    /**
     * Creates a decoder.
     *
     * @param maxBodyBytes the limit of a body
     */
    public ResponseDecoder(long maxBodyBytes) {
        JsonMapper json = Mappers.json();
        this.reader = new ResponseReader(json, new FaultReader(json));
        this.bodies = new BodyReader(maxBodyBytes);
    }

    /**
     * Decodes the response of an operation.
     *
     * @param operation a method of a generated interface
     * @param contentType the value of the header Content-Type
     * @param id what to quote as MS-RequestId and MS-CorrelationId of the request, which was never sent
     * @return what the method returns for this response
     * @throws PartnerCenterException if the method throws it for this response
     * @throws IllegalArgumentException if the method is not an operation
     */
    public @Nullable Object decode(Method operation, int status, String contentType, byte[] body, String id) {
        CallSettings settings =
                CallSettings.DEFAULTS.withHeader("MS-RequestId", id).withHeader("MS-CorrelationId", id);
        Call call = Call.start(OperationMethod.of(operation), settings, System::nanoTime);
        call.startAttempt();
        try {
            return reader.read(
                    call,
                    Response.builder()
                            .status(status)
                            .headers(Map.of("Content-Type", List.of(contentType)))
                            .request(Request.create(Request.HttpMethod.GET, "", Map.of(), Request.Body.empty(), null))
                            .body(bodies.withinLimit(body, status))
                            .build());
        } catch (TransportFailure e) {
            throw CallFailures.of(call, e);
        }
    }
}
