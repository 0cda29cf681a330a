package io.github.partnercenter4j.conformance.targets

import groovy.transform.CompileStatic
import groovy.transform.Immutable
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** A read-only request, and the kind of response that it should provoke. */
@CompileStatic
@Immutable
class Probe {
    static final String OPERATION = 'getProvisioningStatus'
    static final String UNKNOWN_ORDER = '00000000-0000-0000-0000-00000000000f'
    static final String MFA = 'ValidateMfa'

    String name
    /** Null for none. */
    String accept
    boolean authorized
    /** Replaces the customer or the order of the settings; null for those. */
    String customer
    String order
    Map<String, String> headers
    /** True if the spec has an error for it, so that a success is a fault. */
    boolean refused

    /** Returns the probes of a run in order, with each media type that the spec has for the success. */
    static List<Probe> all(SpecModel spec) {
        List<String> types = mediaTypes(spec)
        types.collect { new Probe("order in $it", it, true, null, null, [:], false) } + [
                new Probe('order without Accept', null, true, null, null, [:], false),
                new Probe('order with the Accept of the documentation', 'application/json, text/plain, */*', true, null, null, [:], false),
                new Probe('order with ' + MFA, types[0], true, null, null, [(MFA): 'true'], false)
        ] + types.collect { new Probe("unknown order in $it", it, true, null, UNKNOWN_ORDER, [:], true) } + [
                new Probe('customer that is no GUID', types[0], true, 'not-a-guid', null, [:], true),
                new Probe('no token', types[0], false, null, null, [:], true)
        ]
    }

    static List<String> mediaTypes(SpecModel spec) {
        new ArrayList<String>(spec.operation(OPERATION).response(200).contents().keySet())
    }

    /** Returns the path. Each id is encoded as one segment. */
    String target(SpecModel spec, TargetSettings settings) {
        Operation operation = spec.operation(OPERATION)
        URI.create(settings.baseUrl).rawPath.replaceAll('/+$', '') + spec.basePath() +
                operation.path().replace('{customer_id}', segment(customer ?: settings.customer)).replace('{order_id}', segment(order ?: settings.order))
    }

    static String segment(String text) {
        URLEncoder.encode(text, 'UTF-8').replace('+', '%20')
    }

    @Override
    String toString() {
        name
    }
}
