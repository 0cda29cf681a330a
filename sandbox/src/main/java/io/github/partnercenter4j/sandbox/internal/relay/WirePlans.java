package io.github.partnercenter4j.sandbox.internal.relay;

import io.github.partnercenter4j.sandbox.wire.WireFault;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** How the relay sends a response. The service names the plan in a header, which the relay removes. */
public final class WirePlans {

    public static final String HEADER = "Sandbox-Wire-Plan";

    /** A delay, and a fault or null. */
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
