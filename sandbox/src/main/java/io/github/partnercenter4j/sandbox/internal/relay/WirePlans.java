package io.github.partnercenter4j.sandbox.internal.relay;

import io.github.partnercenter4j.sandbox.wire.WireFault;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What the relay is to do with an answer. The service names the plan in a header that the relay takes out again. */
public final class WirePlans {

    public static final String HEADER = "Sandbox-Wire-Plan";

    /** A delay, and a fault if there is one. */
    public record Plan(Duration delay, @Nullable WireFault fault) {}

    private final Map<String, Plan> plans = new ConcurrentHashMap<>();
    private final AtomicLong next = new AtomicLong();

    public String add(Plan plan) {
        String name = Long.toString(next.incrementAndGet());
        plans.put(name, plan);
        return name;
    }

    @Nullable
    Plan take(String name) {
        return plans.remove(name);
    }
}
