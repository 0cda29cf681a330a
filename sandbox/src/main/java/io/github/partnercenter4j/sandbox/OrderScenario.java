package io.github.partnercenter4j.sandbox;

import java.time.Duration;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Generates many orders whose line items are provisioned one after the other, for tests and demonstrations. The same seed
 * generates the same orders. Immutable.
 *
 * <p>Of each 20 orders, one becomes unfulfilled, one becomes fulfilled only in the last tenth of the time, and one is not
 * visible in the first tenth of it. The first order has a status that the documentation does not list, until the end of
 * the time. The others become fulfilled within nine tenths of it.
 *
 * @param count the number of orders
 * @param time how long after they were added to the sandbox all orders are done
 * @param seed the seed of what is random
 */
public record OrderScenario(int count, Duration time, long seed) {

    private static final int ORDERS_OF_A_CUSTOMER = 10;
    private static final int KINDS = 20;

    /**
     * Creates a scenario.
     *
     * @param count the number of orders, 1 or more
     * @param time how long after they were added to the sandbox all orders are done
     * @param seed the seed of what is random
     * @throws IllegalArgumentException if the number is less than 1
     */
    public OrderScenario {
        if (count < 1) {
            throw new IllegalArgumentException("A scenario has 1 order or more, not " + count);
        }
        Objects.requireNonNull(time, "time");
    }

    /**
     * Generates the orders.
     *
     * @return the orders, one by one
     */
    public Stream<SandboxOrder> orders() {
        return IntStream.range(0, count).mapToObj(this::order);
    }

    private SandboxOrder order(int number) {
        SplittableRandom random = new SplittableRandom(seed * 31 + number);
        SandboxOrder order = SandboxOrder.of(
                customerId(number / ORDERS_OF_A_CUSTOMER), "order-%07d-%08x".formatted(number + 1, random.nextInt()));
        int kind = number % KINDS;
        int lines = 1 + random.nextInt(3);
        for (int line = 0; line < lines; line++) {
            order = order.with(line(number, kind, random).withId(line));
        }
        return kind == 3 ? order.visibleAfter(time.dividedBy(10)) : order;
    }

    private LineItem line(int number, int kind, SplittableRandom random) {
        double done = kind == 2 ? 0.9 + 0.1 * random.nextDouble() : 0.1 + 0.8 * random.nextDouble();
        LineItem line = LineItem.of(1 + random.nextInt(25), "PrefulfillmentPending");
        if (number == 0) {
            return line.then(share(0.1), "AwaitingReview").then(time, "Fulfilled");
        }
        return line.then(share(done / 2), "Pending").then(share(done), kind == 1 ? "Unfulfilled" : "Fulfilled");
    }

    private Duration share(double part) {
        return Duration.ofMillis((long) (time.toMillis() * part));
    }

    private String customerId(int number) {
        SplittableRandom random = new SplittableRandom(~seed * 31 + number);
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
