package io.github.partnercenter4j.client.entra

import io.github.partnercenter4j.client.behavior.BadInputs
import org.spockframework.runtime.model.FeatureMetadata
import spock.lang.Specification

/** The rows about the sign-in are tested by several specifications. Together they must cover the table. */
class BadSignInTableSpec extends Specification {
    private static final Map<String, Set<String>> TABLES = [
            'polling with a device code'                       : EntraPollingSpec.POLLS.keySet(),
            'a failure of the token endpoint'                  : EntraRetrySpec.TEMPORARY.keySet(),
            'expires_in'                                       : IssuedBodySpec.LIFETIMES.keySet(),
            'an expires_in that is no number'                  : IssuedBodySpec.NO_LIFETIMES as Set,
            'a request to the listener of a browser sign-in'   : LoopbackListenerSpec.IGNORED.keySet()
    ]
    /** The inputs of these rows are the words with which the name of a feature begins. */
    private static final Map<String, Class<? extends Specification>> FEATURES = [
            'a place of the token file'          : FileTokenStorePlacesSpec,
            'a token file of several processes'  : SharedStoreSpec
    ]

    def 'every input in the table is tested'() {
        given:
        def section = BadInputs.section('Sign-in')

        expect:
        section.keySet() == TABLES.keySet() + FEATURES.keySet()
        section.subMap(TABLES.keySet()) == TABLES
        FEATURES.every { row, specification ->
            def features = specification.declaredMethods*.getAnnotation(FeatureMetadata).findAll()*.name()
            section[row].every { input -> features.any { it.startsWith(input) } }
        }
    }
}
