package io.github.partnercenter4j.client.behavior

import java.util.concurrent.CopyOnWriteArrayList
import java.util.logging.Handler
import java.util.logging.Level
import java.util.logging.LogRecord
import java.util.logging.Logger
import java.util.logging.SimpleFormatter

/** Records every line logged while a closure runs, at every level. SLF4J logs to java.util.logging in these tests. */
class RecordedLogs extends Handler {
    private final List<String> lines = new CopyOnWriteArrayList<>()
    private final SimpleFormatter formatter = new SimpleFormatter()

    /** Returns the result of the closure, followed by the lines logged while it ran. */
    static List<String> during(Closure<List<String>> work) {
        def root = Logger.getLogger('')
        def levelBefore = root.level
        def recorder = new RecordedLogs()
        recorder.level = Level.ALL
        root.level = Level.ALL
        root.addHandler(recorder)
        try {
            return work.call() + recorder.lines
        } finally {
            root.removeHandler(recorder)
            root.level = levelBefore
        }
    }

    @Override
    void publish(LogRecord record) {
        def trace = new StringWriter()
        record.thrown?.printStackTrace(new PrintWriter(trace))
        lines << "$record.level $record.loggerName ${formatter.formatMessage(record)} $trace".toString()
    }

    @Override
    void flush() {
    }

    @Override
    void close() {
    }
}
