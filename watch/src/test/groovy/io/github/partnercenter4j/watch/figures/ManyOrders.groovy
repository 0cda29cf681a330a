package io.github.partnercenter4j.watch.figures

import com.sun.management.OperatingSystemMXBean
import com.zaxxer.hikari.HikariDataSource
import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.client.orders.PollPauses
import io.github.partnercenter4j.watch.ProvisioningWatch
import io.github.partnercenter4j.watch.Quota
import io.github.partnercenter4j.watch.WatchedOrder
import io.github.partnercenter4j.watch.internal.engine.Engine
import io.github.partnercenter4j.watch.internal.engine.EngineSettings
import io.github.partnercenter4j.watch.internal.engine.EngineTimes
import io.github.partnercenter4j.watch.internal.store.Database
import io.github.partnercenter4j.watch.internal.store.Dialect
import io.github.partnercenter4j.watch.internal.store.SqliteFile
import io.github.partnercenter4j.watch.internal.store.WatchStore
import java.lang.management.ManagementFactory
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.TimeUnit
import java.util.function.Consumer
import javax.sql.DataSource

/** A watch of very many orders, in a process of its own. It prints what they cost. */
class ManyOrders {
    private static final Quota QUOTA = Quota.perMinute(500)
    private static final Duration IDLE = Duration.ofSeconds(60)

    private final long count = setting('ORDERS') as long
    private final int due = setting('DUE') as int
    private final String customer = setting('CUSTOMER')
    private final String url = setting('STORE')
    private final boolean file = !url.startsWith('jdbc:')
    private final HikariDataSource pool = file ? null : new HikariDataSource(jdbcUrl: url)
    private final PartnerCenter client = PartnerCenter.builder().baseUrl(setting('SERVICE')).credential(Credential.ofToken(setting('TOKEN'))).build()

    /** Settings are environment variables, so that the token is in no list of processes. */
    private static String setting(String name) {
        System.getenv('MANY_' + name)
    }

    static void main(String[] arguments) {
        new ManyOrders().run()
        say('peak memory of the process, MB', (Files.readString(Path.of('/proc/self/status')) =~ /VmHWM:\s*(\d+)/)[0][1].toLong().intdiv(1024))
        // Threads of libraries may still be there.
        System.exit(0)
    }

    private static void say(String name, Object value) {
        println "$name: $value"
        System.out.flush()
    }

    private void run() {
        watch { watch ->
            def (own, server) = [ownCpu(), serverCpu()]
            say('adding, s', seconds { assert watch.addAll(orders()) == count })
            say('CPU of adding, s', seconds(ownCpu() - own + serverCpu() - server))
            say('adding the same again, s', seconds { assert watch.addAll(orders()) == 0 })
        }
        say('opening, s', seconds { watch { } })
        postpone()
        watch { watch ->
            watch.start()
            // What is done once: reading classes, and the first compilations.
            TimeUnit.SECONDS.sleep(20)
            def (own, server) = [ownCpu(), serverCpu()]
            TimeUnit.NANOSECONDS.sleep(IDLE.toNanos())
            say('idle CPU of the watch, %', percent(ownCpu() - own))
            if (!file) {
                say('idle CPU of PostgreSQL, %', percent(serverCpu() - server))
            }
            assert watch.progress().requestsInWindow() == 0
        }
        measureRequests()
    }

    private void watch(Consumer<ProvisioningWatch> work) {
        def builder = ProvisioningWatch.builder().partnerCenter(client).quota(QUOTA)
        (file ? builder.store(Path.of(url)) : builder.dataSource(pool)).build().withCloseable { work.accept(it) }
    }

    private java.util.stream.Stream<WatchedOrder> orders() {
        java.util.stream.LongStream.rangeClosed(1, count).mapToObj { WatchedOrder.of(customer, "order-$it") }
    }

    /** Makes all orders due tomorrow, except some. */
    private void postpone() {
        withSource { source ->
            source.connection.withCloseable { connection ->
                def tomorrow = file ? 'execution_time + 86400000' : "execution_time + interval '1 day'"
                def changed = connection.createStatement().executeUpdate("update pc_watch_order set execution_time = $tomorrow" as String)
                assert changed == count
                if (!file) {
                    // What autovacuum does within a minute.
                    connection.createStatement().execute('vacuum analyze pc_watch_order')
                }
            }
        }
    }

    private void withSource(Consumer<DataSource> work) {
        if (file) {
            SqliteFile.open(Path.of(url)).withCloseable { work.accept(it.dataSource()) }
        } else {
            work.accept(pool)
        }
    }

    /** Asks for some orders at the full quota, with a listener, and counts what the database does meanwhile. */
    private void measureRequests() {
        def counted = new CountedDatabase()
        def sqlite = file ? SqliteFile.open(Path.of(url)) : null
        def source = file ? sqlite.dataSource() : pool
        def dialect = file ? Dialect.SQLITE : Dialect.POSTGRESQL
        source.connection.withCloseable { connection ->
            def earlier = file ? 'execution_time - 86400000' : "execution_time - interval '1 day'"
            connection.prepareStatement("update pc_watch_order set execution_time = $earlier where task_name = 'default' and task_instance = ?" as String).withCloseable { update ->
                due.times {
                    update.setString(1, "$customer/order-${it + 1}")
                    update.addBatch()
                }
                assert update.executeBatch().sum() == due
            }
        }
        def store = new WatchStore(new Database(counted.of(source), dialect, dialect.now(), 'the database'), sqlite, 'default', QUOTA)
        def engine = new Engine(new EngineSettings(client, 'default', PollPauses.growing(Duration.ofSeconds(15), Duration.ofMinutes(15)), Duration.ofHours(48), Duration.ofSeconds(60), 13, { }, { }, { }, EngineTimes.USUAL), store)
        def (own, server, start) = [ownCpu(), serverCpu(), System.nanoTime()]
        def before = [counted.statements.sum(), counted.transactions.sum(), counted.nanos.sum()]
        engine.start()
        while (done(source) < due) {
            TimeUnit.SECONDS.sleep(1)
        }
        def after = [counted.statements.sum(), counted.transactions.sum(), counted.nanos.sum()]
        say("$due requests, s", seconds(System.nanoTime() - start))
        say('statements of a request', round((after[0] - before[0]) / due))
        say('transactions of a request', round((after[1] - before[1]) / due))
        say('database work of a request, ms', round((after[2] - before[2]) / 1e6 / due))
        say('CPU of the watch for a request, ms', round((ownCpu() - own) / 1e6 / due))
        if (!file) {
            say('CPU of PostgreSQL for a request, ms', round((serverCpu() - server) / 1e6 / due))
        }
        engine.close()
        store.close()
    }

    private static long done(DataSource source) {
        source.connection.withCloseable { connection ->
            def rows = connection.createStatement().executeQuery('select fulfilled from pc_watch_tenant')
            rows.next()
            rows.getLong(1)
        }
    }

    private static long ownCpu() {
        (ManagementFactory.operatingSystemMXBean as OperatingSystemMXBean).processCpuTime
    }

    /** The CPU time of PostgreSQL with all its processes, in nanoseconds: Linux counts in hundredths of a second. */
    private long serverCpu() {
        if (file) {
            return 0
        }
        def postmaster = setting('POSTMASTER')
        long ticks = 0
        new File('/proc').list().findAll { it.isLong() }.each { pid ->
            def stat = stat(pid)
            // After the name, which may contain blanks, the second field is the parent, the 12th to 15th are the times.
            if (pid == postmaster) {
                ticks += stat[11..14]*.toLong().sum()
            } else if (stat && stat[1] == postmaster) {
                ticks += stat[11..12]*.toLong().sum()
            }
        }
        ticks * 10_000_000
    }

    private static List<String> stat(String pid) {
        try {
            def text = Files.readString(Path.of("/proc/$pid/stat"))
            text.substring(text.lastIndexOf(')') + 2).tokenize()
        } catch (IOException e) {
            // The process has ended.
            []
        }
    }

    private static String percent(long nanos) {
        round(100 * nanos / IDLE.toNanos())
    }

    private static String seconds(Closure<?> work) {
        long start = System.nanoTime()
        work()
        seconds(System.nanoTime() - start)
    }

    private static String seconds(long nanos) {
        round(nanos / 1e9)
    }

    private static String round(Number number) {
        String.format(Locale.ROOT, '%.1f', number as double)
    }
}
