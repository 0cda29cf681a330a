package io.github.partnercenter4j.spring;

import io.github.partnercenter4j.api.OrdersApi;
import io.github.partnercenter4j.client.PartnerCenter;
import io.github.partnercenter4j.client.PartnerCenterException;
import io.github.partnercenter4j.client.ServiceException;
import io.github.partnercenter4j.spring.PartnerCenterProperties.HealthProperties;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether the service accepts calls, by asking for one order. It makes at most one call a minute, however often
 * it is asked itself, because each request counts towards the quota of the tenant. A call is one request, or two if the first
 * token is refused with a 401.
 */
final class ServiceHealth {
    /** Spring Boot strips HealthIndicator, so that the endpoint shows partnercenter. */
    static final String BEAN = "partnercenterHealthIndicator";

    static final String ENABLED = "management.health.partnercenter.enabled";
    static final Duration INTERVAL = Duration.ofMinutes(1);

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final Result FIRST_CALL_RUNS =
            new Result(State.UNKNOWN, Map.of("error", "The first call has not ended yet"));

    /** What was found out. UNKNOWN means that the service did not say yet whether it would serve this application. */
    enum State {
        UP,
        DOWN,
        UNKNOWN
    }

    /** The state, and what a person should know of it. */
    record Result(State state, Map<String, Object> details) {}

    private final OrdersApi orders;
    private final String customerId;
    private final String orderId;
    private final LongSupplier nanoTime;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Result last;
    private long askedAt;

    ServiceHealth(PartnerCenter partnerCenter, HealthProperties properties, LongSupplier nanoTime) {
        this.orders = partnerCenter
                .with(options -> options.maxRetries(0).timeout(TIMEOUT))
                .orders();
        this.customerId = require("customer-id", properties.customerId());
        this.orderId = require("order-id", properties.orderId());
        this.nanoTime = nanoTime;
    }

    /**
     * Returns the result of the last call, or makes a call if that was a minute ago. While another thread makes it, this
     * returns the result before, or UNKNOWN if there is none: the threads that ask would all wait for one slow call.
     */
    Result check() {
        if (!asking.tryLock()) {
            Result before = last;
            return before == null ? FIRST_CALL_RUNS : before;
        }
        try {
            return lastOrNew();
        } finally {
            asking.unlock();
        }
    }

    private Result lastOrNew() {
        long now = nanoTime.getAsLong();
        Result result = last;
        if (result == null || now - askedAt >= INTERVAL.toNanos()) {
            askedAt = now;
            result = ask();
            last = result;
        }
        return result;
    }

    private Result ask() {
        try {
            orders.getProvisioningStatus(customerId, orderId);
            return new Result(State.UP, Map.of());
        } catch (ServiceException e) {
            return switch (e.status()) {
                // The service accepted the token and looked for the order. Without a code, something else said 404,
                // such as a gateway at a base URL with a wrong path.
                case 404 -> e.code() == null ? down(e) : new Result(State.UP, Map.of("order", "not found"));
                case 429 -> new Result(State.UNKNOWN, Map.of("error", String.valueOf(e.getMessage())));
                default -> down(e);
            };
        } catch (PartnerCenterException | IllegalArgumentException e) {
            return down(e);
        } catch (RuntimeException e) {
            // Of the application, such as of its interceptor: its message may say anything.
            return new Result(State.DOWN, Map.of("error", e.getClass().getName()));
        }
    }

    private static Result down(RuntimeException e) {
        return new Result(State.DOWN, Map.of("error", String.valueOf(e.getMessage())));
    }

    private static String require(String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw new InvalidSettingException(
                    "partnercenter.health." + name,
                    "is missing, and " + ENABLED + " is true",
                    "Set partnercenter.health.customer-id and partnercenter.health.order-id to an order that the health"
                            + " indicator can ask for, or switch it off.");
        }
        return value;
    }
}
