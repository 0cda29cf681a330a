package io.github.partnercenter4j.sandbox;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The headers by which support finds a call: what the caller sent comes back, what is missing is made. */
record TracingHeaders(Clock clock) {

    /** RFC 9110 wants two digits for the day, which {@link DateTimeFormatter#RFC_1123_DATE_TIME} does not give. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private static final Pattern CORRELATION_VECTOR = Pattern.compile("[A-Za-z0-9+/]{16,22}(\\.[0-9]{1,9}){1,20}");
    private static final SecureRandom RANDOM = new SecureRandom();

    List<HttpHeader> of(Request request) {
        Supplier<String> guid = () -> UUID.randomUUID().toString();
        return List.of(
                header(request, "MS-RequestId", Guid.PATTERN, guid),
                header(request, "MS-CorrelationId", Guid.PATTERN, guid),
                header(request, "MS-CV", CORRELATION_VECTOR, TracingHeaders::correlationVector),
                new HttpHeader("MS-ServerId", "030020344"),
                new HttpHeader("Date", HTTP_DATE.format(ZonedDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))));
    }

    private static HttpHeader header(Request request, String name, Pattern form, Supplier<String> made) {
        HttpHeader sent = request.header(name);
        boolean usable = sent.isPresent() && form.matcher(sent.firstValue()).matches();
        return new HttpHeader(name, usable ? sent.firstValue() : made.get());
    }

    private static String correlationVector() {
        byte[] base = new byte[12];
        RANDOM.nextBytes(base);
        return Base64.getEncoder().encodeToString(base) + ".0";
    }
}
