package io.github.partnercenter4j.generator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;

/** The path and the query of an operation as Feign reads them: encoded (RFC 3986), with an expression for each parameter. */
final class RequestTarget {
    private static final Pattern EXPRESSION = Pattern.compile("\\{([^{}]*)}");
    private static final String UNRESERVED = "-._~";
    /** What else a path can have. Escapes of the document are kept, and the expressions. */
    private static final String IN_PATHS = UNRESERVED + "!$&'()*+,;=:@/%{}";

    private RequestTarget() {}

    /** Returns the target without the path of the server. */
    static String of(String path, CodegenOperation operation) {
        String target = EXPRESSION
                .matcher(encoded(path, IN_PATHS))
                .replaceAll(name -> Matcher.quoteReplacement(expression(name.group(1), operation.pathParams)));
        return target
                + operation.queryParams.stream()
                        .map(it -> encoded(it.baseName, UNRESERVED) + "={" + it.paramName + "}")
                        .collect(Collectors.joining("&", operation.queryParams.isEmpty() ? "" : "?", ""));
    }

    private static String expression(String name, List<CodegenParameter> parameters) {
        return parameters.stream()
                .filter(it -> encoded(it.baseName, IN_PATHS).equals(name))
                .map(it -> "{" + it.paramName + "}")
                .findFirst()
                .orElse("{" + name + "}"); // In the path of a callback, which is not generated.
    }

    private static String encoded(String text, String kept) {
        StringBuilder url = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            boolean isKept =
                    b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || kept.indexOf(b) >= 0;
            url.append(isKept ? String.valueOf((char) b) : String.format("%%%02X", b));
        }
        return url.toString();
    }
}
