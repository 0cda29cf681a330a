package io.github.partnercenter4j.client.internal.call;

import feign.MethodMetadata;
import feign.Request;
import feign.RequestTemplate;
import feign.Target;
import io.github.partnercenter4j.client.internal.body.JsonEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Builds the requests of one operation, from what Feign's contract read from its annotations. Feign expands the template:
 * once, if all arguments are path segments, which are percent-encoded already; else for each request.
 */
final class RequestFactory {
    private static final String MARKER = "argument-of-partnercenter4j-";
    private static final Pattern MARKERS = Pattern.compile(MARKER + "([0-9]+)-");

    private final MethodMetadata metadata;
    private final Target<?> target;
    private final JsonEncoder encoder;
    private final @Nullable Prepared prepared;

    RequestFactory(MethodMetadata metadata, Target<?> target, JsonEncoder encoder, OperationMethod operation) {
        this.metadata = metadata;
        this.target = target;
        this.encoder = encoder;
        this.prepared = operation.hasOnlyPathParameters()
                ? Prepared.of(expand(markers(operation.parameters().size())))
                : null;
    }

    /**
     * Builds a request.
     *
     * @param arguments the arguments, checked and encoded by {@link OperationMethod#encode}
     */
    Request create(@Nullable Object[] arguments) {
        return prepared == null ? expand(arguments) : prepared.request(arguments);
    }

    private Request expand(@Nullable Object[] arguments) {
        RequestTemplate template = RequestTemplate.from(metadata.template());
        Integer body = metadata.bodyIndex();
        if (body != null) {
            encoder.encode(arguments[body], metadata.bodyType(), template);
        }
        Map<String, Object> variables = new LinkedHashMap<>();
        metadata.indexToName().forEach((index, names) -> {
            Object value = arguments[index];
            if (value != null) {
                names.forEach(name -> variables.put(name, value));
            }
        });
        return target.apply(template.resolve(variables));
    }

    private static Object[] markers(int count) {
        Object[] markers = new Object[count];
        for (int i = 0; i < count; i++) {
            markers[i] = MARKER + i + "-";
        }
        return markers;
    }

    /**
     * A request without its arguments.
     *
     * @param literals the parts of the URL before, between and after the arguments
     * @param arguments the index of the argument that follows each literal but the last
     */
    private record Prepared(Request sample, List<String> literals, List<Integer> arguments) {
        static Prepared of(Request sample) {
            List<String> literals = new ArrayList<>();
            List<Integer> arguments = new ArrayList<>();
            Matcher markers = MARKERS.matcher(sample.url());
            int end = 0;
            while (markers.find()) {
                literals.add(sample.url().substring(end, markers.start()));
                arguments.add(Integer.valueOf(markers.group(1)));
                end = markers.end();
            }
            literals.add(sample.url().substring(end));
            return new Prepared(sample, literals, arguments);
        }

        Request request(@Nullable Object[] values) {
            StringBuilder url = new StringBuilder(256);
            for (int i = 0; i < arguments.size(); i++) {
                url.append(literals.get(i)).append(values[arguments.get(i)]);
            }
            url.append(literals.get(arguments.size()));
            return Request.create(
                    sample.httpMethod(),
                    url.toString(),
                    sample.headers(),
                    Request.Body.empty(),
                    sample.requestTemplate());
        }
    }
}
