package io.github.partnercenter4j.client.internal.call

import static io.github.partnercenter4j.client.internal.call.RetryOnTheWireSpec.json

import io.github.partnercenter4j.api.OrdersApi
import io.github.partnercenter4j.client.CallOptions
import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.MicrometerObserver
import io.github.partnercenter4j.client.ObservedCalls
import io.github.partnercenter4j.client.RawServer
import io.micrometer.observation.ObservationHandler
import io.micrometer.observation.ObservationRegistry
import java.util.concurrent.CopyOnWriteArrayList
import java.util.logging.Handler
import java.util.logging.Level
import java.util.logging.LogRecord
import java.util.logging.Logger as JulLogger
import org.slf4j.Logger

class CallLogSpec extends ObservedCalls {
    JulLogger logger = JulLogger.getLogger('io.github.partnercenter4j.client')
    List<LogRecord> records = new CopyOnWriteArrayList<>()
    Handler handler = new Handler() {
        @Override
        void publish(LogRecord record) {
            records << record
        }

        @Override
        void flush() {}

        @Override
        void close() {}
    }

    def setup() {
        handler.level = Level.ALL
        logger.addHandler(handler)
        logger.level = Level.ALL
        logger.useParentHandlers = false
    }

    def cleanup() {
        logger.removeHandler(handler)
        logger.level = null
        logger.useParentHandlers = true
    }

    def "a call that ends with status #status and exception #exception is logged in one line at DEBUG"() {
        given:
        server = RawServer.responding(response)
        partnerCenter = builder().options { it.requestId('r') }.build()

        when:
        end()

        then:
        records.size() == 1
        records[0].level == Level.FINE
        records[0].message ==~ /GET \Q$PATH\E: status $status, exception $exception, \d+ ms, attempts 1, MS-RequestId \[r], MS-CorrelationId c/
        records[0].thrown == null

        where:
        [response, _, status, exception] << ENDS
    }

    def "a call that Micrometer observes is also logged in one line"() {
        given:
        server = RawServer.responding(json('200 OK', '{"items":[]}'))
        def registry = ObservationRegistry.create()
        registry.observationConfig().observationHandler({ true } as ObservationHandler)
        partnerCenter = builder().observer(MicrometerObserver.of(registry)).build()

        when:
        end()

        then:
        records.size() == 1
    }

    def "a line contains the ids of all attempts and no secret"() {
        given:
        server = RawServer.responding(json('401 No', TOKEN), json('404 No', TOKEN))
        def tokens = [TOKEN, TOKEN + '-2'].iterator()
        partnerCenter = builder().credential(Credential.ofSupplier { tokens.next() }).build()

        when:
        def e = end()

        then:
        records.size() == 1
        e.requestIds().size() == 2
        records[0].message.contains("attempts 2, MS-RequestId [${e.requestIds().join(', ')}], MS-CorrelationId c")
        !records[0].message.contains('s3cret')
        !records[0].message.contains(ORDER)
        !records[0].message.contains(CUSTOMER)
    }

    def "a call that sent nothing has no id"() {
        given:
        server = RawServer.responding(json('200 OK', ''))
        partnerCenter = builder().credential { throw new IllegalStateException('s3cret') }.build()

        when:
        end()

        then:
        records.size() == 1
        records[0].message ==~ /GET \Q$PATH\E: status none, exception CredentialException.UNAVAILABLE, \d+ ms, attempts 0, MS-RequestId \[], MS-CorrelationId c/
    }

    def "nothing is logged at INFO: #iterationIndex"() {
        given:
        logger.level = Level.INFO
        server = RawServer.responding(response)
        partnerCenter = builder().build()

        when:
        end()

        then:
        server.requests.size() == 1
        records.empty

        where:
        response << [ENDS[0][0], ENDS[1][0]]
    }

    def "the log line is not composed unless DEBUG is enabled, and the result is that of the call"() {
        given:
        def quiet = Mock(Logger)
        def log = new CallLog(quiet, { throw new AssertionError('the clock is read') })

        when:
        def result = log.observe(null) { 'value' }

        then:
        result == 'value'
        1 * quiet.isDebugEnabled() >> false
        0 * _

        when:
        log.observe(null) { throw new IllegalArgumentException('own') }

        then:
        def e = thrown(IllegalArgumentException)
        e.message == 'own'
    }

    def "the logged duration is that of the whole call, in milliseconds"() {
        given:
        def times = [5_000_000L, 1_239_999_999L].iterator()
        def lines = []
        def loud = Stub(Logger) {
            isDebugEnabled() >> true
            debug(_ as String, _ as Object[]) >> { String format, Object[] arguments -> lines << arguments[4] }
        }
        def operation = OperationMethod.of(OrdersApi.getMethod('getProvisioningStatus', String, String))
        def call = Call.start(operation, CallSettings.DEFAULTS, System::nanoTime)

        when:
        def result = new CallLog(loud, { times.next() }).observe(call) { 'value' }

        then:
        result == 'value'
        lines == [1234L]
    }
}
