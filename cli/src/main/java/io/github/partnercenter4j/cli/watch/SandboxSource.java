package io.github.partnercenter4j.cli.watch;

import io.github.partnercenter4j.sandbox.OrderScenario;
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox;
import io.github.partnercenter4j.sandbox.SandboxOrder;
import io.github.partnercenter4j.watch.ProvisioningWatch;
import io.github.partnercenter4j.watch.WatchedOrder;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** Adds orders to a sandbox, and watches them. The last one is of a customer to whom the partner has no access. */
public final class SandboxSource implements OrderSource {
    /** A customer whose orders the sandbox has to refuse. */
    public static final String FORBIDDEN_CUSTOMER = "f0bbbbbb-0000-4000-8000-000000000403";

    private static final Duration TIME = Duration.ofSeconds(75);

    private final PartnerCenterSandbox sandbox;
    private final int count;

    /**
     * Creates a source.
     *
     * @param count the number of orders, 1 or more
     */
    public SandboxSource(PartnerCenterSandbox sandbox, int count) {
        this.sandbox = sandbox;
        this.count = count;
    }

    @Override
    public void addTo(ProvisioningWatch watch, WatchOutput output, StopSignal stop) {
        int moving = Math.max(1, count - 1);
        new OrderScenario(moving, TIME, 1).orders().forEach(sandbox::add);
        Stream<WatchedOrder> orders =
                new OrderScenario(moving, TIME, 1).orders().map(SandboxSource::watched);
        Stream<WatchedOrder> refused = Stream.of(WatchedOrder.of(FORBIDDEN_CUSTOMER, "order-of-another-partner"));
        long added = watch.addAll(Stream.concat(orders, refused).limit(count));
        output.notice("Watching " + added + " orders of a simulated Partner Center at " + sandbox.baseUrl()
                + ". They are provisioned within " + TimeText.of(TIME)
                + "; some are cancelled, some are slow, and one belongs to another partner.");
    }

    private static WatchedOrder watched(SandboxOrder order) {
        return new WatchedOrder(order.customerId(), order.orderId(), Map.of());
    }
}
