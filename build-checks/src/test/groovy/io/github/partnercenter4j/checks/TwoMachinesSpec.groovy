package io.github.partnercenter4j.checks

import io.github.partnercenter4j.sandbox.LineItem
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.SandboxOrder
import io.github.partnercenter4j.testing.PostgresServer
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CompletableFuture
import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Runs the commands of the README and the guides for several machines, on a PostgreSQL server with a password. */
@Requires(value = { PostgresServer.programs() }, reason = 'needs the programs of PostgreSQL, such as those of Debian\'s package')
class TwoMachinesSpec extends Specification {
    private static final String PASSWORD = 's3cret-of-the-database'
    private static final int ORDERS = 60

    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.start()
    @Shared
    @AutoCleanup
    PostgresServer server = new PostgresServer(PASSWORD)

    /** Unlike the common pool, it has a thread for each machine. */
    @AutoCleanup('shutdownNow')
    ExecutorService threads = Executors.newCachedThreadPool()
    @TempDir
    Path folder

    def 'two machines share the orders, and both get all results: #line'() {
        given:
        def customer = sandbox.customerId()
        (1..ORDERS).each { sandbox.add(SandboxOrder.of(customer, "o$it").with(LineItem.of(1, 'fulfilled'))) }
        def orders = Files.writeString(folder.resolve('orders.csv'), 'customerId,orderId\n' + (1..ORDERS).collect { "$customer,o$it\n" }.join())
        def environment = [PARTNER_CENTER_TOKEN: sandbox.token(), PARTNER_CENTER_DATABASE_PASSWORD: PASSWORD]
        def machines = ['first', 'second'].collect { name ->
            line.replace('./pcorders ', '').replace('pcorders ', '').replace('ORDERS.csv', orders as String).replace('RESULTS.jsonl', folder.resolve(name) as String)
                    .replaceAll(/jdbc:postgresql:\S+/, "jdbc:postgresql://127.0.0.1:$server.port/postgres").replace('--store-user USER', '--store-user watch').tokenize() +
                    ['--base-url', sandbox.baseUrl(), '--tenant', line.md5()]
        }

        when:
        def runs = machines.collect { arguments -> CompletableFuture.supplyAsync({ Pcorders.run(arguments, environment) }, threads) }*.get()
        def files = ['first', 'second'].collect { Files.readAllLines(folder.resolve(it)) }

        then:
        runs.collect { [it.exitCode, it.exitCode == 0 ? '' : it.err] } == [[0, '']] * 2
        runs.every { it.out.contains("$ORDERS  fulfilled\n") && !it.err.contains('s3cret') }
        files[0] == files[1]
        files[0].collect { it.find(/"orderId":"(\w+)"/) { it[1] } }.sort() == (1..ORDERS).collect { "o$it" as String }.sort()
        sandbox.requests().count() == ORDERS

        where:
        line << CommandExamplesSpec.SHARED_WATCHES + Example.of('').collectMany { it.text.readLines() }.findAll { it.startsWith('pcorders watch ') && it.contains(' jdbc:') }
    }

    def 'the README has such a command'() {
        expect:
        CommandExamplesSpec.SHARED_WATCHES
    }
}
