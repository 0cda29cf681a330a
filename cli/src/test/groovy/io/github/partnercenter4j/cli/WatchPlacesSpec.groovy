package io.github.partnercenter4j.cli

import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.testing.Mounts
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** What a watch says about disks that are full or cannot be written. */
@Requires(value = { Mounts.allowed }, reason = Mounts.REASON)
class WatchPlacesSpec extends Specification {
    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.start()

    @TempDir
    Path folder

    @AutoCleanup
    Mounts mounts = new Mounts()

    Path disk

    def setup() {
        disk = Files.createDirectory(folder.resolve('disk'))
        Files.writeString(folder.resolve('orders.csv'), "customerId,orderId\n${sandbox.customerId()},${sandbox.orderId()}\n")
    }

    def "#what on a disk that is read-only: #message"(String what, List<String> more, int exitCode, String message) {
        given:
        mounts.readOnly(disk)

        when:
        def run = watch(more)

        then:
        run.exitCode == exitCode
        run.errLines().count { it.endsWith(message) } == 1
        sandbox.requests().count() == (exitCode == 0 ? 1 : 0)

        where:
        what      | more                        || exitCode | message
        'results' | ['--results', 'disk/r']     || 25       | 'The results file cannot be used: the system says: Read-only file system: name another file, or correct it.'
        'a store' | ['--store', 'disk/s.db']    || 25       | 'Read-only file system.'
        'a page'  | ['--page', 'disk/p.html']   || 0        | 'The page cannot be written (the system says: Read-only file system). The watch goes on without it.'
    }

    def "a store on a full disk is an error that says how to go on, and nothing is lost"() {
        given:
        mounts.small(disk, 300_000)
        Files.writeString(folder.resolve('orders.csv'), Files.readString(folder.resolve('orders.csv')) + (1..3_000).collect { "${sandbox.customerId()},o$it\n" }.join())

        when:
        def full = watch(['--store', 'disk/s.db'])

        then:
        full.exitCode == 25
        full.err =~ /(?m)^pcorders: The disk of the file .* is full\. .*\nTo go on, run the same command again: .+ watch /
        sandbox.requests().count() == 0

        when: 'there is space again'
        mounts.close()
        mounts.small(disk, 30_000_000)
        def run = watch(['--store', 'disk/s.db', '--for', '2s'])

        then:
        run.exitCode == 10
        run.err.contains('Orders: 3001 in ')
    }

    def "a results file on a full disk is completed by the next run"() {
        given:
        mounts.small(disk, 40_000)
        def filler = Files.write(disk.resolve('filler'), new byte[32_000])
        def rest = disk.resolve('rest')
        def byteCount = 0
        Files.newOutputStream(rest).withCloseable { out ->
            try {
                while (true) {
                    out.write(0)
                    byteCount++
                }
            } catch (IOException ignored) {
                // Now it is full.
            }
        }

        when:
        def full = watch(['--results', 'disk/r'])

        then:
        byteCount > 0
        full.exitCode == 25
        full.err.contains('The results file cannot be written (the system says: No space left on device). The results are safe in the store, and are written when it works again.')
        full.out.contains('1  fulfilled\n')

        when:
        Files.delete(filler)
        def run = watch(['--results', 'disk/r'])

        then:
        run.exitCode == 0
        Files.readAllLines(disk.resolve('r')).size() == 1
        sandbox.requests().count() == 1
    }

    private CommandRun watch(List<String> more) {
        def options = more.collect { it.startsWith('disk/') ? folder.resolve(it) as String : it }
        def results = '--results' in more ? [] : ['--results', folder.resolve('r')]
        CommandRun.of([PARTNER_CENTER_TOKEN: sandbox.token()], ['watch', folder.resolve('orders.csv'), '--base-url', sandbox.baseUrl(), *results, *options])
    }
}
