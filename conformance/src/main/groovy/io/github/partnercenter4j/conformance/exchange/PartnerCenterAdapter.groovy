package io.github.partnercenter4j.conformance.exchange

import groovy.transform.CompileStatic
import io.github.partnercenter4j.api.Apis
import io.github.partnercenter4j.client.CallOptions
import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.DecodingException
import io.github.partnercenter4j.client.Format
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.client.PartnerCenterException
import io.github.partnercenter4j.client.ServiceException
import io.github.partnercenter4j.client.TransportException
import io.github.partnercenter4j.client.UnexpectedStatusException
import io.github.partnercenter4j.model.ApiResponse
import io.github.partnercenter4j.model.KeyValuePair
import io.github.partnercenter4j.model.Link
import java.lang.reflect.InvocationTargetException
import java.lang.reflect.Method
import java.lang.reflect.Modifier
import java.lang.reflect.ParameterizedType
import java.lang.reflect.Type
import java.util.function.UnaryOperator

/** Calls {@link PartnerCenter}. Only the generated method is looked up by name, because any spec may be tested. */
@CompileStatic
class PartnerCenterAdapter implements ClientAdapter {
    private static final String CONTINUATION = 'MS-ContinuationToken'
    /** How the types of generated parameters are made from a text; a number has a constructor. */
    private static final List<String> FACTORIES = ['valueOf', 'parse', 'fromValue', 'of']

    /** The client of this project's own operation. */
    static final ClientSource ORDERS = of(Apis.all())

    private final PartnerCenter partnerCenter
    private final GeneratedMethods methods

    PartnerCenterAdapter(String baseUrl, String token) {
        this(baseUrl, token, Apis.all())
    }

    /** @param apis the generated interfaces that have the operations of the spec */
    PartnerCenterAdapter(String baseUrl, String token, Collection<Class<?>> apis) {
        methods = new GeneratedMethods(apis)
        partnerCenter = PartnerCenter.builder().baseUrl(baseUrl).credential(Credential.ofToken(token)).build()
    }

    static ClientSource of(Collection<Class<?>> apis) {
        { String baseUrl, String token -> new PartnerCenterAdapter(baseUrl, token, apis) } as ClientSource
    }

    @Override
    Outcome call(ClientCall call) {
        PartnerCenter view = partnerCenter.with({ CallOptions options -> configured(options, call) } as UnaryOperator<CallOptions>)
        try {
            return call.link == null ? invoke(view, call) : follow(view, call)
        } catch (RuntimeException e) {
            return failure(e)
        }
    }

    private static CallOptions configured(CallOptions defaults, ClientCall call) {
        CallOptions options = defaults.maxRetries(0)
        options = call.format == null ? options.accept(call.mediaType) : options.format(Format.valueOf(call.format))
        if (call.timeout != null) {
            options = options.timeout(call.timeout)
        }
        call.headers.each { String header, String value ->
            switch (header) {
                case 'MS-RequestId': options = options.requestId(value); break
                case 'MS-CorrelationId': options = options.correlationId(value); break
                case 'MS-CV': options = options.correlationVector(value); break
                case 'X-Locale': options = options.locale(value); break
                case 'MS-PartnerCenter-Application': options = options.applicationName(value); break
                case 'ValidateMfa': options = options.validateMfa(Boolean.parseBoolean(value)); break
            }
        }
        options
    }

    private Outcome invoke(PartnerCenter view, ClientCall call) {
        Method method = methods.response(call.operation, call.arguments.size())
        Object[] arguments = new Object[call.arguments.size()]
        call.arguments.eachWithIndex { Object value, int i ->
            arguments[i] = value instanceof Map ? Values.record(method.parameterTypes[i], (Map) value) : argument(method.genericParameterTypes[i], (String) value)
        }
        try {
            ApiResponse<?> response = method.invoke(view.api(method.declaringClass), arguments) as ApiResponse<?>
            return Outcome.value(response.status(), Projection.of(response.value()) as Map<String, Object>, response.headers())
        } catch (InvocationTargetException e) {
            throw e.cause
        }
    }

    /** Only a link sets the continuation token. */
    private Outcome follow(PartnerCenter view, ClientCall call) {
        KeyValuePair token = KeyValuePair.builder().key(CONTINUATION).value(call.headers[CONTINUATION]).build()
        Link link = Link.builder().uri(call.link).headers([token]).build()
        Class<?> type = methods.value(call.operation, call.arguments.size()).returnType
        Outcome.value(0, Projection.of(view.follow(link, type)) as Map<String, Object>)
    }

    /** A list is given as text with commas. */
    private static Object argument(Type type, String value) {
        type instanceof ParameterizedType ? value?.split(',')?.collect { typed((Class<?>) ((ParameterizedType) type).actualTypeArguments[0], it) } : typed((Class<?>) type, value)
    }

    /** Returns an argument of the type that the generated method takes. */
    private static Object typed(Class<?> type, String value) {
        if (value == null || type == String) {
            return value
        }
        Method from = type.methods.find { Method it -> it.name in FACTORIES && Modifier.isStatic(it.modifiers) && it.parameterTypes.toList() in [[String], [CharSequence]] }
        from == null ? type.getConstructor(String).newInstance(value) : from.invoke(null, value)
    }

    private static Outcome failure(RuntimeException e) {
        Map<String, String> named = [:]
        if (e instanceof PartnerCenterException) {
            named = ['MS-RequestId': e.requestId(), 'MS-CorrelationId': e.correlationId()]
        }
        switch (e) {
            case ServiceException:
                ServiceException service = (ServiceException) e
                named['Retry-After'] = service.retryAfter()?.toString()
                return Outcome.fault(service.status(), fault(service), service.headers(), named)
            case DecodingException:
                DecodingException decoding = (DecodingException) e
                return Outcome.failure(e.class.simpleName, decoding.kind().name(), decoding.status())
            case TransportException:
                return Outcome.failure(e.class.simpleName, ((TransportException) e).kind().name(), 0)
            case UnexpectedStatusException:
                return Outcome.failure(e.class.simpleName, null, ((UnexpectedStatusException) e).status())
            case IllegalArgumentException:
                return Outcome.invalidArgument()
            default:
                return Outcome.failure(e.class.simpleName, null, 0)
        }
    }

    private static Map<String, Object> fault(ServiceException e) {
        [code: e.code(), description: e.description(), data: e.data(), source: e.source()].findAll { it.value != null } as Map<String, Object>
    }

    @Override
    void close() {
        partnerCenter.close()
    }
}
