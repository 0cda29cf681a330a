package io.github.partnercenter4j.watch.internal.engine;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionHandler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.github.partnercenter4j.watch.internal.store.Database;
import io.github.partnercenter4j.watch.internal.store.Dialect;
import io.github.partnercenter4j.watch.internal.store.Json;
import io.github.partnercenter4j.watch.internal.store.OrderState;
import io.github.partnercenter4j.watch.internal.store.OrderTable;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets db-scheduler up. */
final class Schedulers {
    private static final Logger LOG = LoggerFactory.getLogger(Schedulers.class);
    /** A machine is dead after four missed heartbeats, which is the least that db-scheduler allows. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(3);

    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration NEVER = Duration.ofDays(36_500);
    /** After the timeout of a call, for what follows it: a commit, and a listener. */
    private static final Duration GRACE = Duration.ofMillis(1_500);

    private Schedulers() {}

    static Scheduler create(
            EngineSettings settings,
            Database database,
            DatabaseClock clock,
            ExecutionHandler<OrderState> handler,
            Runnable onTrouble) {
        SchedulerBuilder builder = Scheduler.create(
                        database.dataSource(),
                        List.of(Tasks.custom(settings.tenant(), OrderState.class)
                                .execute(handler)))
                .tableName(OrderTable.NAME)
                .serializer(new Json())
                .clock(clock)
                .threads(settings.threads())
                .executorService(threads(settings.threads(), onTrouble))
                .pollingInterval(settings.times().polling())
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                // Orders of other tenants are none of this watch's business.
                .deleteUnresolvedAfter(NEVER)
                .commitWhenAutocommitDisabled(true)
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .shutdownMaxWait(settings.callTimeout().plus(GRACE))
                .failureLogging(LogLevel.WARN, true)
                .addSchedulerListener(new AbstractSchedulerListener() {
                    @Override
                    public void onSchedulerEvent(SchedulerEventType type) {
                        if (type == SchedulerEventType.UNEXPECTED_ERROR) {
                            onTrouble.run();
                        }
                    }
                })
                .jdbcCustomization(customization(database.dialect(), settings.tenant()));
        return (database.dialect() == Dialect.SQLITE
                        ? builder.pollUsingFetch(0.5, 1.0)
                        // More than 1.0 would pick orders that wait in a queue, without heartbeats.
                        : builder.pollUsingLockAndFetch(0.5, 1.0))
                .build();
    }

    /** If db-scheduler cannot pick an order, its exception ends the thread, which is then replaced. */
    private static ExecutorService threads(int count, Runnable onTrouble) {
        AtomicInteger number = new AtomicInteger();
        return Executors.newFixedThreadPool(count, work -> {
            Thread thread = new Thread(work, "partnercenter4j-watch-" + number.incrementAndGet());
            thread.setUncaughtExceptionHandler((failed, e) -> {
                LOG.debug("An order was not picked", e);
                onTrouble.run();
            });
            return thread;
        });
    }

    /** Lets db-scheduler see the orders of one tenant only. Its queries have no parameter for that. */
    private static JdbcCustomization customization(Dialect dialect, String tenant) {
        String ours = " and task_name = '" + tenant.replace("'", "''") + "' ";
        if (dialect == Dialect.SQLITE) {
            return new SqliteJdbcCustomization() {
                @Override
                public String createSelectDueQuery(String table, int limit, String condition, boolean priority) {
                    return super.createSelectDueQuery(table, limit, condition + ours, priority);
                }
            };
        }
        return new PostgreSqlJdbcCustomization(true, false) {
            @Override
            public String createGenericSelectForUpdateQuery(
                    String table, int limit, String condition, boolean priority) {
                return super.createGenericSelectForUpdateQuery(table, limit, condition + ours, priority);
            }
        };
    }
}
