package io.github.partnercenter4j.watch.internal.engine

import com.github.kagkarlsson.scheduler.Scheduler
import io.github.partnercenter4j.client.orders.PollPauses
import io.github.partnercenter4j.watch.WatchSpecification
import io.github.partnercenter4j.watch.internal.store.Database
import io.github.partnercenter4j.watch.internal.store.Dialect
import java.sql.SQLException
import java.time.Duration
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import javax.sql.DataSource

/** How db-scheduler is set up. */
class SchedulersSpec extends WatchSpecification {
    List<Thread> trouble = new CopyOnWriteArrayList<>()
    CountDownLatch first = new CountDownLatch(1)
    Runnable onTrouble = { trouble << Thread.currentThread(); first.countDown() }

    def 'that the scheduler cannot read the orders is trouble'() {
        given:
        def away = [getConnection: { throw new SQLException('away') }] as DataSource
        def scheduler = scheduler(away, Dialect.SQLITE)

        when:
        scheduler.start()

        then:
        first.await(5, TimeUnit.MINUTES)

        cleanup:
        scheduler.stop()
    }

    def 'the threads have names and numbers, and one that fails is trouble, and is replaced'() {
        given:
        def names = new CopyOnWriteArrayList()
        def done = new CountDownLatch(1)
        def threads = Schedulers.threads(1, onTrouble)

        when:
        threads.execute { names << Thread.currentThread().name; throw new IllegalStateException('not picked') }
        threads.execute { names << Thread.currentThread().name; done.countDown() }

        then:
        done.await(5, TimeUnit.MINUTES)
        first.await(5, TimeUnit.MINUTES)
        names == ['partnercenter4j-watch-1', 'partnercenter4j-watch-2']
        trouble*.name == ['partnercenter4j-watch-1']

        cleanup:
        threads.shutdown()
    }

    def 'only the orders of the tenant are read from #dialect'(Dialect dialect, Closure<String> query) {
        given:
        def customization = Schedulers.customization(dialect, "two's")

        expect:
        query.call(customization).contains("and due and task_name = 'two''s' ")

        where:
        dialect            || query
        Dialect.SQLITE     || { it.createSelectDueQuery('t', 5, ' and due', false) }
        Dialect.POSTGRESQL || { it.createGenericSelectForUpdateQuery('t', 5, ' and due', false) }
    }

    def 'on PostgreSQL orders are locked when they are read, on SQLite they are not'() {
        expect: 'only a database that can lock them gets the statement'
        scheduler([:] as DataSource, dialect) instanceof Scheduler

        where:
        dialect << [Dialect.SQLITE, Dialect.POSTGRESQL]
    }

    private Scheduler scheduler(DataSource source, Dialect dialect) {
        def settings = new EngineSettings(partnerCenter, 'tenant', PollPauses.every(Duration.ofSeconds(9)), Duration.ofHours(1), Duration.ofSeconds(1), 1, { }, null, { }, times())
        Schedulers.create(settings, new Database(source, dialect, '0', 'the test database'), new DatabaseClock({ 0L }, { System.nanoTime() }), { instance, context -> null }, onTrouble)
    }
}
