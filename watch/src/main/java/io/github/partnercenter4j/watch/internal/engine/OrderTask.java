package io.github.partnercenter4j.watch.internal.engine;

import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.github.partnercenter4j.watch.internal.store.OrderState;
import io.github.partnercenter4j.watch.internal.store.ResultTable;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What db-scheduler runs for an order that is due: a poll, and then the next time or the result in the database. */
final class OrderTask implements ExecutionHandler<OrderState> {
    private static final Logger LOG = LoggerFactory.getLogger(OrderTask.class);

    private final OrderPolls polls;
    private final ResultTable results;
    private final Deliveries deliveries;
    private final StoreGate store;

    OrderTask(OrderPolls polls, ResultTable results, Deliveries deliveries, StoreGate store) {
        this.polls = polls;
        this.results = results;
        this.deliveries = deliveries;
        this.store = store;
    }

    @Override
    public CompletionHandler<OrderState> execute(TaskInstance<OrderState> instance, ExecutionContext context) {
        Execution execution = context.getExecution();
        OrderState state = instance.getData();
        Step step;
        try {
            step = polls.poll(state, execution.executionTime.toEpochMilli());
        } catch (RuntimeException e) {
            if (!store.closeIfStore(e)) {
                throw e;
            }
            step = new Step.Again(state, execution.executionTime.toEpochMilli());
        }
        return step instanceof Step.Done done
                ? (complete, operations) -> finish(done, execution)
                : reschedule((Step.Again) step);
    }

    private static boolean isTakenOver(RuntimeException e) {
        return e instanceof ExecutionException;
    }

    private CompletionHandler<OrderState> reschedule(Step.Again again) {
        Instant at = Instant.ofEpochMilli(again.atMillis());
        return (complete, operations) -> {
            try {
                store.persist(() -> operations.reschedule(complete, at, again.state()));
            } catch (RuntimeException e) {
                if (!isTakenOver(e)) {
                    throw e;
                }
                LOG.debug(
                        "Another machine has taken over order {}", again.state().orderId());
            }
        };
    }

    private void finish(Step.Done done, Execution execution) {
        store.persist(
                () -> results.finish(done.state(), execution.version, done.kind(), done.reason(), deliveries.isActive())
                        .ifPresent(deliveries::deliver));
    }
}
