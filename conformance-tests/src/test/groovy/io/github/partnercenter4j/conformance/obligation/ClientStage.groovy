package io.github.partnercenter4j.conformance.obligation

import io.github.partnercenter4j.conformance.judge.ServerJudge
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
class ClientStage implements Stage {
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
    private final Map<String, Sight> seen = [:]
    /** What was wrong with requests, whatever they were made for. */
    final List<String> objections = []
    int calls

    ClientStage(SpecModel spec, Fidelity fidelity, ClassLoader classes = ClientStage.classLoader) {
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
    Sight see(Occasion occasion) {
        if (occasion.request != null) {
            return supposed(occasion)
        }
        // Not computeIfAbsent, which does not bear a map that changes meanwhile.
        seen[occasion.key] = seen[occasion.key] ?: ask(occasion)
    }

    /** Another request in place of the one that was sent. */
    private Sight supposed(Occasion occasion) {
        def sent = see(occasion.sentAsIs())
        def request = occasion.request.call(sent.exchange.request)
        new Sight(occasion.key, new Exchange(request, sent.exchange.answer), sent.outcome, reader(occasion), requests.objections(occasion, request))
    }

    private Sight ask(Occasion occasion) {
        sandbox.reset()
        relay.reset()
        if (occasion.answer != null) {
            sandbox.next(occasion.answer)
        }
        relay.alter(occasion.alteration)
        relay.spoil(occasion.damage)
        def outcome = call(occasion)
        Exchange exchange = relay.exchanges.find()
        calls++
        def wrong = relay.exchanges.collectMany { requests.objections(occasion, it.request) }
        objections.addAll(wrong.collect { "$occasion: $it" as String })
        new Sight(occasion.key, exchange, outcome, reader(occasion), wrong)
    }

    private Closure<Reading> reader(Occasion occasion) {
        { Exchange exchange -> Reading.of(spec, judge, occasion.operation, exchange) }
    }

    private Outcome call(Occasion occasion) {
        Map<String, String> all = requests.arguments(occasion)
        def method = method(occasion.operation)
        def view = partnerCenter.with({ options ->
            options = options.maxRetries(0).accept(occasion.mediaType)
            if (occasion.damage in [Damage.SILENCE, Damage.BYTE_A_SECOND]) {
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
            return followed(view, occasion, all[CONTINUATION], method)
        }
        Object[] values = positional(occasion.operation).collect { typed(method, it, all[it.name()], occasion) } as Object[]
        try {
            outcome(method.invoke(view.api(method.declaringClass), values))
        } catch (InvocationTargetException e) {
            failure(e.cause)
        }
    }

    /** The one header that nobody sets but a link. */
    private Outcome followed(view, Occasion occasion, String token, Method method) {
        def pair = type('model.KeyValuePair').builder().key(CONTINUATION).value(token).build()
        def link = type('model.Link').builder().uri(requests.target(occasion) - requests.basePath).headers([pair]).build()
        def value = method.declaringClass.methods.find { it.name == occasion.operation.id() }.returnType
        try {
            new Outcome(kind: 'value', tree: Projection.of(view.follow(link, value)))
        } catch (RuntimeException e) {
            failure(e)
        }
    }

    private static Object typed(Method method, Operation.Parameter parameter, String value, Occasion occasion) {
        def type = method.parameterTypes[positional(occasion.operation).indexOf(parameter)]
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
        def named = Obligations.NAMED.collectEntries { header, accessor -> [header, known(accessor)?.toString()] }
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
