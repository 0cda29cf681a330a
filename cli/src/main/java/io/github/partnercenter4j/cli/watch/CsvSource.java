package io.github.partnercenter4j.cli.watch;

import io.github.partnercenter4j.cli.csv.BadLine;
import io.github.partnercenter4j.cli.csv.OrdersCsv;
import io.github.partnercenter4j.cli.csv.OrdersFileException;
import io.github.partnercenter4j.client.internal.environment.ReadError;
import io.github.partnercenter4j.watch.ProvisioningWatch;
import io.github.partnercenter4j.watch.WatchedOrder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Adds the orders of a CSV file, in bounded memory. */
public final class CsvSource implements OrderSource {
    private static final int MAX_SHOWN = 20;

    private final Path file;
    private final Function<String, RuntimeException> refusal;

    /**
     * Creates a source.
     *
     * @param refusal creates the exception to throw if no order can be read from the file
     */
    public CsvSource(Path file, Function<String, RuntimeException> refusal) {
        this.file = file;
        this.refusal = refusal;
    }

    /** Reads the header without adding anything. */
    public void checkHeader() {
        read(line -> {}, orders -> {});
    }

    /** Reads the whole file without adding anything, and refuses it if it has a bad line. Reports the bad lines before. */
    public void checkLines(WatchOutput output) {
        BadLines bad = new BadLines(output);
        read(bad, orders -> orders.forEach(order -> {}));
        if (bad.count > 0) {
            bad.end();
            throw refusal.apply("The orders file has " + lines(bad.count)
                    + " that cannot be read, and --strict is given, so nothing was watched");
        }
    }

    @Override
    public void addTo(ProvisioningWatch watch, WatchOutput output, StopSignal stop) {
        BadLines bad = new BadLines(output);
        long[] counts = new long[2];
        read(
                bad,
                orders -> counts[1] = watch.addAll(orders.takeWhile(order -> !stop.isStopping())
                        .peek(order -> output.adding(counts[0]++, System.nanoTime()))));
        bad.end();
        if (counts[0] == 0 && bad.count > 0) {
            throw refusal.apply("No order can be read from the orders file: " + lines(bad.count)
                    + (bad.count == 1 ? " is" : " are") + " not an order");
        }
        output.notice("Orders: " + counts[0] + " in " + file + ", " + counts[1] + " of them new"
                + (bad.count > 0 ? "; " + lines(bad.count) + " left out" : "")
                + (stop.isStopping() ? "; stopped before the end of the file" : ""));
    }

    private void read(Consumer<BadLine> bad, Consumer<Stream<WatchedOrder>> use) {
        try (InputStream in = Files.newInputStream(file);
                OrdersCsv csv = new OrdersCsv(in, bad)) {
            use.accept(StreamSupport.stream(Spliterators.spliteratorUnknownSize(new Orders(csv), 0), false));
        } catch (OrdersFileException e) {
            throw refusal.apply("The orders file cannot be used: " + e.getMessage());
        } catch (IOException e) {
            throw unreadable(e);
        } catch (UncheckedIOException e) {
            throw unreadable(e.getCause());
        }
    }

    private RuntimeException unreadable(IOException failure) {
        return refusal.apply("The orders file cannot be read (" + ReadError.reason(file, failure) + ")");
    }

    private static String lines(long count) {
        return count == 1 ? "1 line" : count + " lines";
    }

    /** Reports the first bad lines, and counts all. */
    private final class BadLines implements Consumer<BadLine> {
        private final WatchOutput output;
        private long count;

        BadLines(WatchOutput output) {
            this.output = output;
        }

        @Override
        public void accept(BadLine line) {
            if (++count <= MAX_SHOWN) {
                output.notice(file.getFileName() + ", " + line);
            }
        }

        void end() {
            if (count > MAX_SHOWN) {
                output.notice("… and " + lines(count - MAX_SHOWN) + " more");
            }
        }
    }

    private static final class Orders implements Iterator<WatchedOrder> {
        private final OrdersCsv csv;
        private @Nullable WatchedOrder next;

        Orders(OrdersCsv csv) {
            this.csv = csv;
        }

        @Override
        public boolean hasNext() {
            try {
                next = next == null ? csv.next() : next;
                return next != null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public WatchedOrder next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            WatchedOrder order = next;
            next = null;
            return order;
        }
    }
}
