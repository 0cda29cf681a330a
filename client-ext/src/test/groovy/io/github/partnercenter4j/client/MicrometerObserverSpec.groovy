package io.github.partnercenter4j.client

import static io.github.partnercenter4j.client.internal.call.RetryOnTheWireSpec.json

import groovy.transform.CompileStatic
import io.github.partnercenter4j.model.Link
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection
import io.micrometer.observation.Observation
import io.micrometer.observation.ObservationHandler
import io.micrometer.observation.ObservationRegistry
import java.nio.file.Path
import java.util.concurrent.CopyOnWriteArrayList
import java.util.function.UnaryOperator

class MicrometerObserverSpec extends ObservedCalls {
    static class Recording implements ObservationHandler<Observation.Context> {
        final List<Observation.Context> stopped = new CopyOnWriteArrayList<>()
        final List<Map<String, String>> keysAtStart = new CopyOnWriteArrayList<>()
        final List<Throwable> errors = new CopyOnWriteArrayList<>()

        @Override
        boolean supportsContext(Observation.Context context) {
            true
        }

        @Override
        void onStart(Observation.Context context) {
            keysAtStart << context.lowCardinalityKeyValues.collectEntries { [it.key, it.value] }
        }

        @Override
        void onError(Observation.Context context) {
            errors << context.error
        }

        @Override
        void onStop(Observation.Context context) {
            stopped << context
        }
    }

    def registry = ObservationRegistry.create()
    def recording = new Recording()

    def setup() {
        registry.observationConfig().observationHandler(recording)
    }

    def "a call that ends with status #status and exception #exception is one observation with outcome #outcome"() {
        given:
        server = RawServer.responding(response)
        partnerCenter = builder().observer(MicrometerObserver.of(registry)).build()

        when:
        def failure = end()

        then:
        recording.stopped*.name == ['partnercenter.client']
        recording.keysAtStart == [[method: 'GET', uri: PATH]]
        recording.stopped[0].lowCardinalityKeyValues.collectEntries { [it.key, it.value] } ==
                [method: 'GET', uri: PATH, outcome: outcome, status: status, exception: exception]
        recording.stopped[0].highCardinalityKeyValues.empty
        recording.errors == (failure == null ? [] : [failure])

        where:
        [response, outcome, status, exception] << ENDS
    }

    def "an observed call returns its value"() {
        given:
        server = RawServer.responding(json('200 OK', '{"totalCount":7}'))
        partnerCenter = builder().observer(MicrometerObserver.of(registry)).build()

        expect:
        partnerCenter.orders().getProvisioningStatus(CUSTOMER, ORDER).totalCount() == 7
        recording.stopped.size() == 1
    }

    def "all attempts of a call are one observation with the last status"() {
        given:
        server = RawServer.responding(json('401 No', ''), json('200 OK', '{"items":[]}'))
        def tokens = [TOKEN, TOKEN + '-2'].iterator()
        partnerCenter = builder().observer(MicrometerObserver.of(registry)).credential(Credential.ofSupplier { tokens.next() }).build()

        when:
        end()

        then:
        server.requests.size() == 2
        recording.stopped.size() == 1
        recording.stopped[0].getLowCardinalityKeyValue('status').value == '200'
    }

    def "a followed link is observed as the operation that returns its type"() {
        given:
        server = RawServer.responding(json('200 OK', '{"items":[{}]}'))
        partnerCenter = builder().observer(MicrometerObserver.of(registry)).build()

        when:
        partnerCenter.follow(Link.builder().uri('/customers/1').build(), OrderLineItemProvisioningStatusCollection)

        then:
        recording.keysAtStart == [[method: 'GET', uri: PATH]]
        recording.stopped.size() == 1
    }

    def "the observation is current while the credential is called"() {
        given:
        server = RawServer.responding(json('200 OK', '{"items":[]}'))
        def current = []
        partnerCenter = builder().observer(MicrometerObserver.of(registry)).credential {
            current << registry.currentObservation?.contextView?.name
            new AccessToken(TOKEN, null)
        }.build()

        when:
        end()

        then:
        current == ['partnercenter.client']
        registry.currentObservation == null
    }

    def "calls of views are observed, but not calls with a rejected argument"() {
        given:
        server = RawServer.responding(json('200 OK', '{"items":[]}'))
        partnerCenter = builder().observer(MicrometerObserver.of(registry)).build()

        when:
        end(partnerCenter.with({ it.format(Format.JSON) } as UnaryOperator<CallOptions>).orders())

        then:
        recording.stopped.size() == 1

        when:
        partnerCenter.orders().getProvisioningStatus('no GUID', ORDER)

        then:
        thrown(IllegalArgumentException)
        recording.stopped.size() == 1
    }

    def "a registry without handlers changes nothing"() {
        given:
        server = RawServer.responding(json('200 OK', '{"items":[]}'))
        partnerCenter = builder().observer(MicrometerObserver.of(ObservationRegistry.NOOP)).build()

        expect:
        end() == null
        server.requests.size() == 1
    }

    def "the client works without Micrometer on the class path, and reflection on its public classes succeeds"() {
        given:
        server = RawServer.responding(json('200 OK', '{"items":[]}'))
        def loader = new WithoutMicrometer()
        def name = PartnerCenter.packageName

        when:
        loader.loadClass('io.micrometer.observation.ObservationRegistry')

        then:
        thrown(ClassNotFoundException)

        when:
        def credential = loader.loadClass(name + '.Credential').getMethod('ofToken', String).invoke(null, TOKEN)
        def client = loader.loadClass(name + '.PartnerCenter').getMethod('builder').invoke(null).baseUrl(server.url).credential(credential).build()
        def status = client.orders().getProvisioningStatus(CUSTOMER, ORDER)

        then:
        status.items() == []
        client.class.classLoader.is(loader)
        loader.loadClass(name + '.PartnerCenterBuilder').methods*.name.contains('observer')

        cleanup:
        client?.close()
        loader.close()
    }

    /** Loads all classes outside the JDK itself, except Micrometer. The loaders of the JDK would find the modules of the test. */
    @CompileStatic // Groovy's own calls do not reach protected methods of the JDK
    static class WithoutMicrometer extends URLClassLoader {
        WithoutMicrometer() {
            super(urls(), ClassLoader.platformClassLoader)
        }

        private static URL[] urls() {
            List<String> paths = []
            for (property in ['java.class.path', 'jdk.module.path']) {
                paths.addAll(System.getProperty(property, '').split(File.pathSeparator))
            }
            paths << Path.of(PartnerCenter.protectionDomain.codeSource.location.toURI()).toString()
            paths.findAll { !it.empty }.collect { Path.of(it).toUri().toURL() } as URL[]
        }

        @Override
        protected Class<?> loadClass(String className, boolean resolve) {
            if (className.startsWith('io.micrometer.')) {
                throw new ClassNotFoundException(className)
            }
            synchronized (getClassLoadingLock(className)) {
                if (findLoadedClass(className) == null && findResource(className.replace('.', '/') + '.class') != null) {
                    return findClass(className)
                }
                super.loadClass(className, resolve)
            }
        }
    }
}
