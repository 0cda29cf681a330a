package io.github.partnercenter4j.conformance.exchange

import io.github.partnercenter4j.conformance.judge.RequestJudge
import io.github.partnercenter4j.conformance.judge.ServerJudge
import io.github.partnercenter4j.conformance.model.Requirements
import io.github.partnercenter4j.conformance.wire.Damage
import io.github.partnercenter4j.conformance.wire.Exchange
import io.github.partnercenter4j.conformance.wire.Relay
import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.lang.reflect.InvocationTargetException
import java.lang.reflect.Method
import java.time.Duration
import java.util.function.UnaryOperator

/** A client before the relay before the sandbox. The client may be one that was generated from a changed spec. */
class ClientHarness implements Harness {
    private static final String PACKAGE = 'io.github.partnercenter4j.'
    /** The options by which a caller sets the headers that leave the signatures of the operations. */
    static final Map<String, String> OPTIONS = [
            'MS-RequestId': 'requestId', 'MS-CorrelationId': 'correlationId', 'MS-CV': 'correlationVector', 'X-Locale': 'locale',
            'MS-PartnerCenter-Application': 'applicationName', 'ValidateMfa': 'validateMfa'
    ]

    private static final String CONTINUATION = 'MS-ContinuationToken'

    final Fidelity fidelity
    final PartnerCenterSandbox sandbox
    final Relay relay
    final RequestJudge requests
    private final ClassLoader classes
    private final def partnerCenter
    private final SpecModel spec
    private final ServerJudge judge
    private final Map<String, Observation> seen = [:]
    /** What was wrong with requests, whatever they were made for. */
    final List<String> objections = []
    int calls

    ClientHarness(SpecModel spec, Fidelity fidelity, ClassLoader classes = ClientHarness.classLoader) {
        this.spec = spec
        this.fidelity = fidelity
        this.classes = classes
        sandbox = PartnerCenterSandbox.builder().spec(spec).fidelity(fidelity).quota(Integer.MAX_VALUE).start()
        relay = new Relay(sandbox.baseUrl())
        requests = new RequestJudge(spec, relay.baseUrl, sandbox.token())
        judge = new ServerJudge(spec)
        partnerCenter = type('client.PartnerCenter').builder().baseUrl(relay.baseUrl)
                .credential(type('client.Credential').ofToken(sandbox.token())).build()
    }

    @Override
    Observation observe(Scenario scenario) {
        if (scenario.request != null) {
            return supposed(scenario)
        }
        // Not computeIfAbsent, which does not bear a map that changes meanwhile.
        seen[scenario.key] = seen[scenario.key] ?: ask(scenario)
    }

    /** Another request in place of the one that was sent. */
    private Observation supposed(Scenario scenario) {
        def sent = observe(scenario.sentAsIs())
        def request = scenario.request.call(sent.exchange.request)
        new Observation(scenario.key, new Exchange(request, sent.exchange.answer), sent.outcome, reader(scenario), requests.objections(scenario, request))
    }

    private Observation ask(Scenario scenario) {
        sandbox.reset()
        relay.reset()
        if (scenario.answer != null) {
            sandbox.next(scenario.answer)
        }
        relay.alter(scenario.alteration)
        relay.spoil(scenario.damage)
        def outcome = call(scenario)
        Exchange exchange = relay.exchanges.find()
        calls++
        def wrong = relay.exchanges.collectMany { requests.objections(scenario, it.request) }
        objections.addAll(wrong.collect { "$scenario: $it" as String })
        new Observation(scenario.key, exchange, outcome, reader(scenario), wrong)
    }

    private Closure<Reading> reader(Scenario scenario) {
        { Exchange exchange -> Reading.of(spec, judge, scenario.operation, exchange) }
    }

    private Outcome call(Scenario scenario) {
        Map<String, String> all = requests.arguments(scenario)
        def method = method(scenario.operation)
        def view = partnerCenter.with({ options ->
            options = options.maxRetries(0).accept(scenario.mediaType)
            if (scenario.damage in [Damage.SILENCE, Damage.BYTE_A_SECOND]) {
                options = options.timeout(Duration.ofMillis(400))
            }
            OPTIONS.each { header, option ->
                if (all[header] != null) {
                    options = options."$option"(option == 'validateMfa' ? Boolean.valueOf(all[header]) : all[header])
                }
            }
            options
        } as UnaryOperator)
        if (all[CONTINUATION] != null) {
            return followed(view, scenario, all[CONTINUATION], method)
        }
        Object[] values = positional(scenario.operation).collect { typed(method, it, all[it.name()], scenario) } as Object[]
        try {
            outcome(method.invoke(view.api(method.declaringClass), values))
        } catch (InvocationTargetException e) {
            failure(e.cause)
        }
    }

    /** The one header that nobody sets but a link. */
    private Outcome followed(view, Scenario scenario, String token, Method method) {
        def pair = type('model.KeyValuePair').builder().key(CONTINUATION).value(token).build()
        def link = type('model.Link').builder().uri(requests.target(scenario) - requests.basePath).headers([pair]).build()
        def value = method.declaringClass.methods.find { it.name == scenario.operation.id() }.returnType
        try {
            new Outcome(kind: 'value', tree: Projection.of(view.follow(link, value)))
        } catch (RuntimeException e) {
            failure(e)
        }
    }

    private static Object typed(Method method, Operation.Parameter parameter, String value, Scenario scenario) {
        def type = method.parameterTypes[positional(scenario.operation).indexOf(parameter)]
        value == null || type == String ? value : type.valueOf(value)
    }

    /** The parameters that are arguments of the generated method, in its order. */
    private static List<Operation.Parameter> positional(Operation operation) {
        operation.parameters().findAll { !(it.name() in RequestJudge.OWNED) }
    }

    private Method method(Operation operation) {
        def methods = type('api.Apis').all().collectMany { it.methods.toList() }
        methods.find { it.name == operation.id() + 'WithResponse' && it.parameterCount == positional(operation).size() }
    }

    private static Outcome outcome(response) {
        new Outcome(kind: 'value', status: response.status(), tree: Projection.of(response.value()), headers: response.headers())
    }

    private static Outcome failure(Throwable e) {
        def known = { String name -> e.hasProperty(name) || e.metaClass.respondsTo(e, name) ? e."$name"() : null }
        boolean service = e.class.simpleName == 'ServiceException'
        def fault = service ? ['code', 'description', 'data', 'source'].collectEntries { [it, known(it)] }.findAll { it.value != null } : null
        def named = Requirements.NAMED.collectEntries { header, accessor -> [header, known(accessor)?.toString()] }
        // The kind of a service failure is its status again.
        new Outcome(kind: e.class.simpleName, detail: service ? null : known('kind')?.toString(), status: known('status') ?: 0,
                tree: fault, headers: service ? e.headers() : [:], named: named, message: e.message)
    }

    private Class<?> type(String name) {
        classes.loadClass(PACKAGE + name)
    }

    @Override
    void close() {
        partnerCenter.close()
        relay.close()
        sandbox.close()
    }
}
