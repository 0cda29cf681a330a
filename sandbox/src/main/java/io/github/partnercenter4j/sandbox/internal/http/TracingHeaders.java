package io.github.partnercenter4j.sandbox.internal.http;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Makes the headers that identify a call for support. It returns valid ids of the request and generates missing ones. */
public record TracingHeaders(Clock clock) {

    /** RFC 9110 requires two digits for the day. {@link DateTimeFormatter#RFC_1123_DATE_TIME} does not write them. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private static final Pattern CORRELATION_VECTOR = Pattern.compile("[A-Za-z0-9+/]{16,22}(\\.[0-9]{1,9}){1,20}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public Map<String, String> of(Request request) {
        Supplier<String> guid = () -> UUID.randomUUID().toString();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("MS-RequestId", sentOr(guid, request, "MS-RequestId", Guid.PATTERN));
        headers.put("MS-CorrelationId", sentOr(guid, request, "MS-CorrelationId", Guid.PATTERN));
        headers.put("MS-CV", sentOr(TracingHeaders::correlationVector, request, "MS-CV", CORRELATION_VECTOR));
        headers.put("MS-ServerId", "030020344");
        headers.put("Request-Context", "appId=cid-v1:00000000-0000-0000-0000-000000000000");
        headers.put("Date", HTTP_DATE.format(clock.instant().atOffset(ZoneOffset.UTC)));
        return headers;
    }

    private static String sentOr(Supplier<String> made, Request request, String name, Pattern form) {
        HttpHeader sent = request.header(name);
        boolean usable = sent.isPresent() && form.matcher(sent.firstValue()).matches();
        return usable ? sent.firstValue() : made.get();
    }

    private static String correlationVector() {
        byte[] base = new byte[12];
        RANDOM.nextBytes(base);
        return Base64.getEncoder().encodeToString(base) + ".0";
    }
}
