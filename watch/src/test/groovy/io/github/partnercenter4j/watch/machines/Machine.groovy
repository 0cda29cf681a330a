package io.github.partnercenter4j.watch.machines

import com.zaxxer.hikari.HikariDataSource
import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.watch.ProvisioningWatch
import io.github.partnercenter4j.watch.Quota
import io.github.partnercenter4j.watch.StoreException
import io.github.partnercenter4j.watch.WatchedOrder
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardOpenOption
import java.time.Duration
import java.util.concurrent.TimeUnit

/** A watch in a process of its own: one of several machines. It ends when all orders are done. */
class Machine {
    /** Settings are environment variables, so that the token is in no list of processes. */
    static void main(String[] arguments) {
        def setting = { String name -> System.getenv('MACHINE_' + name) }
        def deliveries = Path.of(setting('DELIVERIES'))
        def client = PartnerCenter.builder().baseUrl(setting('SERVICE')).credential(Credential.ofToken(setting('TOKEN'))).build()
        def builder = ProvisioningWatch.builder().partnerCenter(client)
                .quota(Quota.of(setting('REQUESTS') as int, Duration.ofMillis(setting('WINDOW') as long)))
                .pauses(Duration.ofSeconds(1), Duration.ofSeconds(2))
                .callTimeout(Duration.ofSeconds(15))
                .onResult { append(deliveries, ["$it.number $it.orderId"]) }
                .onPause { println "pause $it" }
        HikariDataSource pool = null
        if (setting('STORE').startsWith('jdbc:')) {
            pool = new HikariDataSource()
            pool.jdbcUrl = setting('STORE')
            pool.connectionTimeout = 20_000
            builder.dataSource(pool)
        } else {
            builder.store(Path.of(setting('STORE')))
        }
        def watch = builder.build()
        println "clock ${System.currentTimeMillis()}"
        def orders = setting('ORDERS')
        if (orders) {
            // Adding again what was added before the last kill.
            watch.addAll((1..(orders as int)).stream().map { WatchedOrder.of(setting('CUSTOMER'), "order-$it") })
        }
        println 'ready'
        def go = setting('GO')
        while (go && !Files.exists(Path.of(go))) {
            TimeUnit.MILLISECONDS.sleep(20)
        }
        watch.start()
        println 'started'
        copyResults(watch, Path.of(setting('RESULTS')))
        watch.close()
        client.close()
        pool?.close()
        println 'done'
    }

    /** Keeps a file of the results until all orders are done, as a program would that remembers the last number. */
    private static void copyResults(ProvisioningWatch watch, Path file) {
        def last = 0L
        for (def done = false; !done;) {
            try {
                done = watch.awaitDone(Duration.ofMillis(500))
                for (def results = watch.results(last, 500); results; results = watch.results(last, 500)) {
                    append(file, results.collect { "$it.number $it.orderId" })
                    last = results.last().number()
                }
            } catch (StoreException e) {
                println "results wait: ${e.kind()}"
                done = false
            }
        }
    }

    private static void append(Path file, List<?> lines) {
        Files.write(file, lines*.toString(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)
    }

    final Process process
    final Path output
    final Path deliveries
    final Path results
    /** When it was started, as the time of this file, which the kernel writes. */
    final Path started

    private Machine(Path folder, String name, List<String> command, Map<String, Object> settings) {
        output = folder.resolve("${name}.log")
        deliveries = folder.resolve("${name}.deliveries")
        results = folder.resolve("${name}.results")
        started = Files.createFile(folder.resolve("${name}.started"))
        def builder = new ProcessBuilder(command)
        (settings + [DELIVERIES: deliveries, RESULTS: results]).each { key, value -> builder.environment()['MACHINE_' + key] = value as String }
        process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start()
        // If the tests are interrupted.
        Runtime.runtime.addShutdownHook(new Thread({ process.destroyForcibly() }))
    }

    /** Starts a machine in a new JVM. */
    static Machine start(Path folder, String name, Map<String, Object> settings, List<String> prefix = []) {
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java')
        def command = prefix + [java, '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xmx128m', '-cp', System.getProperty('java.class.path'),
            "-Djava.util.logging.config.file=${System.getProperty('java.util.logging.config.file')}", Machine.name]
        new Machine(folder, name, command*.toString(), settings)
    }

    /** Waits until it has printed a line that starts with a text, and returns this line. Fails if it ends before. */
    String awaitLine(String start) {
        while (true) {
            def alive = process.alive
            def line = Files.readAllLines(output).find { it.startsWith(start) }
            if (line) {
                return line
            }
            assert alive: Files.readString(output)
            TimeUnit.MILLISECONDS.sleep(20)
        }
    }

    /** Waits until it has ended by itself. */
    boolean awaitDone(Duration atMost) {
        assert process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS): "still running: ${Files.readString(output)}"
        assert process.exitValue() == 0: Files.readString(output)
        true
    }

    void kill() {
        assert process.alive: "it ended before the kill: ${Files.readString(output)}"
        process.destroyForcibly().waitFor()
    }
}
