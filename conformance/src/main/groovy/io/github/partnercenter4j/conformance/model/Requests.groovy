package io.github.partnercenter4j.conformance.model

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper
import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.Operation.Parameter
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.nio.charset.StandardCharsets

/** Says what a request of an operation looks like according to the spec. */
@CompileStatic
class Requests {
    /** The headers that the client sets from its options: they are no arguments of the generated methods. */
    static final Set<String> SET_BY_OPTIONS = ['MS-RequestId', 'MS-CorrelationId', 'MS-CV', 'X-Locale', 'MS-Contract-Version',
                                               'MS-PartnerCenter-Application', 'ValidateMfa', 'MS-ContinuationToken', 'Accept-Encoding'] as Set<String>
    /** The headers that the client sends with every operation, whether or not the spec has them. */
    private static final Map<String, String> SENT_ALWAYS = ['X-Locale': 'en-US', 'MS-Contract-Version': 'v1'].asImmutable()
    /** Stands for the body among the arguments of a method. */
    static final String BODY = '(body)'
    static final String REQUEST_ID = 'aaaaaaaa-0000-4000-8000-000000000001'
    static final String CORRELATION_ID = 'aaaaaaaa-0000-4000-8000-000000000002'
    static final Map<String, String> IDS = ['MS-RequestId': REQUEST_ID, 'MS-CorrelationId': CORRELATION_ID].asImmutable()

    private static final String UNRESERVED = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~'

    private final SpecModel spec
    private final JsonNode document

    Requests(SpecModel spec) {
        this.spec = spec
        document = new YAMLMapper().readTree(spec.source())
    }

    /** Returns a valid value of a parameter: the spec's example, or a made-up value of its type. The items of a list are joined by commas. */
    String value(Parameter parameter) {
        JsonNode example = document.at(parameter.pointer() + '/example')
        Schema schema = spec.resolve(parameter.schema())
        if (schema instanceof ArraySchema) {
            return (example.array && !example.empty ? example*.asText() : items(parameter, scalar(schema.items()))).join(',')
        }
        example.missingNode ? madeUp(parameter, scalar(schema)) : example.asText()
    }

    /** Returns the argument that is given for a parameter; without one, a valid value if the parameter is required, and else null. */
    String value(Parameter parameter, Map<String, String> arguments) {
        arguments.containsKey(parameter.name()) ? arguments[parameter.name()] : parameter.required() ? value(parameter) : null
    }

    /** Returns two items, because of one nobody could tell how a list is written. */
    private static List<String> items(Parameter parameter, Scalar form) {
        form.values().size() > 1 ? form.values().take(2) : [madeUp(parameter, form)] * 2
    }

    private static String madeUp(Parameter parameter, Scalar form) {
        Limits limits = new Limits(form)
        if (!form.values().empty) {
            return form.values().first()
        }
        switch (form.type()) {
            case Scalar.Type.BOOLEAN: return 'true'
            case [Scalar.Type.INTEGER, Scalar.Type.NUMBER]: return limits.within(3.0G).toString()
        }
        switch (form.format()) {
            case 'uuid': return '22222222-2222-2222-2222-222222222222'
            case 'date': return '2026-11-21'
            case 'date-time': return '2026-11-21T12:00:00Z'
            default: return limits.fitted('some+' + parameter.name())
        }
    }

    /** Returns the arguments of a call of the client: the given ones, known ids, and a valid value of each required parameter. */
    Map<String, String> arguments(Operation operation, Map<String, String> given) {
        Map<String, String> all = new LinkedHashMap<>(IDS)
        operation.parameters().findAll { it.required() }.each { Parameter it -> all[it.name()] = value(it) }
        all + given
    }

    /** Returns the parameters that are arguments of the generated methods, in order: the required ones first. The body is one of them. */
    static List<String> positional(Operation operation) {
        List<Parameter> arguments = operation.parameters().findAll { !(it.name() in SET_BY_OPTIONS) }
        List<String> required = arguments.findAll { it.required() }*.name()
        List<String> optional = arguments.findAll { !it.required() }*.name()
        if (operation.body() != null) {
            (operation.body().required() ? required : optional) << BODY
        }
        required + optional
    }

    /** Returns the headers that the client sends with every operation: its own, and those that have a default in the spec. */
    Map<String, String> getDefaults() {
        Map<String, String> defaults = new LinkedHashMap<>(SENT_ALWAYS)
        spec.operations().each { Operation operation ->
            operation.parameters().each { Parameter parameter ->
                JsonNode value = document.at(parameter.pointer() + '/schema/default')
                if (parameter.in() == 'header' && !value.missingNode) {
                    defaults[parameter.name()] = value.asText()
                }
            }
        }
        defaults
    }

    String getBasePath() {
        spec.basePath()
    }

    /** Returns path and query, encoded. */
    String target(Operation operation, Map<String, String> arguments) {
        String path = spec.basePath() + operation.path()
        List<String> query = []
        operation.parameters().each { Parameter parameter ->
            String value = value(parameter, arguments)
            if (parameter.in() == 'path') {
                path = path.replace('{' + parameter.name() + '}', encoded(value))
            } else if (parameter.in() == 'query' && value != null) {
                boolean each = spec.resolve(parameter.schema()) instanceof ArraySchema && document.at(parameter.pointer() + '/explode').asBoolean(true)
                List<String> values = each ? value.split(',').toList() : [value]
                query.addAll(values.collect { encoded(parameter.name()) + '=' + encoded(it) })
            }
        }
        query.empty ? path : path + '?' + query.join('&')
    }

    Scalar scalar(Schema schema) {
        spec.resolve(schema) as Scalar
    }

    /** Encodes everything but the unreserved characters of RFC 3986. */
    static String encoded(String text) {
        text.getBytes(StandardCharsets.UTF_8).collect { byte b ->
            char c = (char) (b & 0xFF)
            b > 0 && UNRESERVED.indexOf((int) c) >= 0 ? String.valueOf(c) : String.format('%%%02X', b)
        }.join('')
    }
}
