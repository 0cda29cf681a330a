package io.github.partnercenter4j.watch.machines

import spock.lang.Requires

/** A disk that is full for a while: one pause, and nothing is lost. */
@Requires(value = { sys['watch.postgresql'] }, reason = 'takes minutes; run it with -Ppostgresql')
@Requires(value = { SmallDisk.possible }, reason = 'only root can mount a small disk; run it as root')
class FullDiskSpec extends TroubleSpecification {

    def 'a full disk of the server is one pause, until there is space'() {
        given:
        def disk = new SmallDisk(12)
        def server = new PooledServer()
        // Only the tables: with a full disk of its log, PostgreSQL ends itself.
        server.own(disk.folder)
        server.execute("create tablespace small location '$disk.folder'", 'alter role watch set default_tablespace = small')
        def pool = server.pool()
        watchOrders(dataSource: pool)

        expect:
        isOnePause('is full. Make space; the watch then goes on', { disk.fill() }, { disk.free() })

        cleanup:
        disk?.free()
        watch?.close()
        pool?.close()
        server?.close()
        disk?.close()
    }

    def 'a full disk of the file is one pause, until there is space'() {
        given:
        def disk = new SmallDisk(12)
        watchOrders(file: disk.folder.resolve('orders.db'))

        expect:
        isOnePause('is full. Make space; the watch then goes on', { disk.fill() }, { disk.free() })

        cleanup:
        disk?.free()
        watch?.close()
        disk?.close()
    }
}
