package io.github.partnercenter4j.client.internal.call;

import io.github.partnercenter4j.api.OrdersApi;
import io.github.partnercenter4j.client.PartnerCenterException;
import java.lang.reflect.Method;
import java.util.Arrays;

/** Reads any bytes as the body of a response: it is a value or one of the client's exceptions, each time the same. */
final class BodyFuzz {
    private static final ResponseDecoder DECODER = new ResponseDecoder(1_000_000);
    private static final Method OPERATION = Arrays.stream(OrdersApi.class.getMethods())
            .filter(method -> method.getName().equals("getProvisioningStatus"))
            .findFirst()
            .orElseThrow();

    private BodyFuzz() {}

    static void read(int status, String contentType, byte[] body) {
        String first = outcome(status, contentType, body);
        String second = outcome(status, contentType, body);
        if (!first.equals(second)) {
            throw new AssertionError("First " + first + ", then " + second);
        }
    }

    private static String outcome(int status, String contentType, byte[] body) {
        try {
            return String.valueOf(DECODER.decode(OPERATION, status, contentType, body, "an-id"));
        } catch (PartnerCenterException e) {
            if (e.getMessage().chars().anyMatch(Character::isISOControl)) {
                throw new AssertionError("A control character in a message", e);
            }
            return e.getMessage();
        }
    }
}
