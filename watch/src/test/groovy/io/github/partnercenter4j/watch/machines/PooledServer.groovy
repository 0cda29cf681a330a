package io.github.partnercenter4j.watch.machines

import com.zaxxer.hikari.HikariDataSource
import io.github.partnercenter4j.testing.PostgresServer

/** A PostgreSQL server with pools of connections to it. */
class PooledServer extends PostgresServer {

    HikariDataSource pool(String user = 'watch') {
        def pool = new HikariDataSource()
        pool.jdbcUrl = "jdbc:postgresql://127.0.0.1:$port/postgres"
        pool.username = user
        pool.maximumPoolSize = 10
        pool.minimumIdle = 0
        pool.connectionTimeout = 60_000
        pool.initializationFailTimeout = -1
        pool
    }
}
