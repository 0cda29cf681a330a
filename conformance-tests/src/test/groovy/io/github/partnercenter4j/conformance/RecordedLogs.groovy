package io.github.partnercenter4j.conformance

import java.util.concurrent.CopyOnWriteArrayList
import org.slf4j.ILoggerFactory
import org.slf4j.IMarkerFactory
import org.slf4j.Marker
import org.slf4j.event.Level
import org.slf4j.helpers.BasicMarkerFactory
import org.slf4j.helpers.LegacyAbstractLogger
import org.slf4j.helpers.MessageFormatter
import org.slf4j.helpers.NOPMDCAdapter
import org.slf4j.spi.MDCAdapter
import org.slf4j.spi.SLF4JServiceProvider

/** Takes down every line that anybody logs, at every level. */
class RecordedLogs implements SLF4JServiceProvider {
    static final List<String> LINES = new CopyOnWriteArrayList<>()

    /** Calls the static method {@code run} of a class in a class loader of its own, where SLF4J finds the recorder. */
    static Object whileRunning(Class<?> type, List<?> arguments) {
        def before = System.getProperty('slf4j.provider')
        System.setProperty('slf4j.provider', RecordedLogs.name)
        def urls = System.getProperty('java.class.path').split(File.pathSeparator).collect { new File(it).toURI().toURL() }
        def loader = new URLClassLoader(urls as URL[], ClassLoader.platformClassLoader)
        try {
            def run = loader.loadClass(type.name).methods.find { it.name == 'run' }
            return run.invoke(null, arguments as Object[])
        } finally {
            before == null ? System.clearProperty('slf4j.provider') : System.setProperty('slf4j.provider', before)
            loader.close()
        }
    }

    final IMarkerFactory markerFactory = new BasicMarkerFactory()
    final MDCAdapter MDCAdapter = new NOPMDCAdapter()
    final String requestedApiVersion = '2.0.99'
    final ILoggerFactory loggerFactory = { String name -> new Recorder(name) } as ILoggerFactory

    @Override
    void initialize() {
    }

    static class Recorder extends LegacyAbstractLogger {
        Recorder(String name) {
            this.name = name
        }

        final boolean traceEnabled = true
        final boolean debugEnabled = true
        final boolean infoEnabled = true
        final boolean warnEnabled = true
        final boolean errorEnabled = true

        @Override
        protected String getFullyQualifiedCallerName() {
            null
        }

        @Override
        protected void handleNormalizedLoggingCall(Level level, Marker marker, String message, Object[] arguments, Throwable throwable) {
            def trace = new StringWriter()
            throwable?.printStackTrace(new PrintWriter(trace))
            LINES << "$level $name ${MessageFormatter.basicArrayFormat(message, arguments)} $trace".toString()
        }
    }
}
