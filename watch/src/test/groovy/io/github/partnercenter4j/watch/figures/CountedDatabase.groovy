package io.github.partnercenter4j.watch.figures

import java.lang.reflect.InvocationHandler
import java.lang.reflect.InvocationTargetException
import java.lang.reflect.Method
import java.lang.reflect.Proxy
import java.sql.Connection
import java.sql.Statement
import java.util.concurrent.atomic.LongAdder
import javax.sql.DataSource

/** Counts the statements and transactions of a data source, and the time that the database takes for them. */
class CountedDatabase {
    final LongAdder statements = new LongAdder()
    final LongAdder transactions = new LongAdder()
    final LongAdder nanos = new LongAdder()

    DataSource of(DataSource source) {
        proxy(DataSource) { Method method, Object[] arguments ->
            def result = forward(source, method, arguments)
            result instanceof Connection ? connection(result) : result
        }
    }

    private Connection connection(Connection connection) {
        proxy(Connection) { Method method, Object[] arguments ->
            if (method.name == 'commit') {
                transactions.increment()
                return timed(connection, method, arguments)
            }
            def result = forward(connection, method, arguments)
            // Of the declared type, because the statement of a pool has it, and more.
            result instanceof Statement ? statement(connection, result, method.returnType) : result
        }
    }

    private Object statement(Connection connection, Statement statement, Class<?> type) {
        proxy(type) { Method method, Object[] arguments ->
            if (!method.name.startsWith('execute')) {
                return forward(statement, method, arguments)
            }
            statements.increment()
            if (connection.autoCommit) {
                transactions.increment()
            }
            timed(statement, method, arguments)
        }
    }

    private Object timed(Object target, Method method, Object[] arguments) {
        long start = System.nanoTime()
        try {
            forward(target, method, arguments)
        } finally {
            nanos.add(System.nanoTime() - start)
        }
    }

    private static Object forward(Object target, Method method, Object[] arguments) {
        try {
            method.invoke(target, arguments)
        } catch (InvocationTargetException e) {
            throw e.cause
        }
    }

    private static <T> T proxy(Class<T> type, Closure<Object> handler) {
        type.cast(Proxy.newProxyInstance(type.classLoader ?: CountedDatabase.classLoader, [type] as Class[],
                { proxy, method, arguments -> handler(method, arguments) } as InvocationHandler))
    }
}
