package io.github.partnercenter4j.client;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The service answered with a status of 400 or more. Codes repeat under several statuses (2006 is found under 400 and
 * under 403), so classify by status first. Source: Partner Center REST error codes.
 *
 * @serial exclude
 */
public final class ServiceException extends PartnerCenterException {
    private static final long serialVersionUID = 1L;

    /** The statuses that callers tell apart. */
    public enum Kind {
        /** 400: an input is missing or invalid. */
        BAD_REQUEST,
        /** 401: the token is missing, expired or not accepted. */
        UNAUTHORIZED,
        /** 403: the token is good and its user may not make the call. */
        FORBIDDEN,
        /** 404: there is no such thing, or not yet: a new order may take 15 minutes to show. */
        NOT_FOUND,
        /** 429: too many requests; see {@link ServiceException#retryAfter()}. */
        TOO_MANY_REQUESTS,
        /** 500 to 599: the service failed; callers may retry. */
        SERVER_ERROR,
        /** Any other status of 400 or more. */
        OTHER;

        static Kind of(int status) {
            return switch (status) {
                case 400 -> BAD_REQUEST;
                case 401 -> UNAUTHORIZED;
                case 403 -> FORBIDDEN;
                case 404 -> NOT_FOUND;
                case 429 -> TOO_MANY_REQUESTS;
                default -> status >= 500 && status <= 599 ? SERVER_ERROR : OTHER;
            };
        }
    }

    private final int status;
    private final @Nullable String code;
    private final @Nullable String description;
    private final String[] data;
    private final @Nullable String source;
    private final @Nullable Duration retryAfter;
    // Exceptions are serializable, and not every Map is.
    private final TreeMap<String, List<String>> headers;
    private final @Nullable String excerpt;

    ServiceException(Answer answer, FaultBody fault) {
        this(answer, fault, fault.isEmpty() ? answer.excerpt() : null);
    }

    private ServiceException(Answer answer, FaultBody fault, @Nullable String excerpt) {
        super(message(answer.status(), fault, excerpt), null, answer.ids());
        this.status = answer.status();
        this.code = fault.code();
        this.description = fault.description();
        this.data = fault.data().toArray(String[]::new);
        this.source = fault.source();
        this.retryAfter = RetryAfter.of(answer.header("Retry-After"), Clock.systemUTC());
        this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        this.headers.putAll(answer.headers());
        this.excerpt = excerpt;
    }

    private static String message(int status, FaultBody fault, @Nullable String excerpt) {
        StringBuilder message = new StringBuilder("The service answered ").append(status);
        if (fault.code() != null) {
            message.append(", code ").append(fault.code());
        }
        if (fault.description() != null) {
            message.append(": ").append(Excerpt.escape(fault.description()));
        } else if (excerpt != null) {
            message.append(", with a body that is no fault: ").append(excerpt);
        }
        return message.toString();
    }

    /**
     * Tells the status.
     *
     * @return the HTTP status, 400 to 999
     */
    public int status() {
        return status;
    }

    /**
     * Sorts the status.
     *
     * @return the kind
     */
    public Kind kind() {
        return Kind.of(status);
    }

    /**
     * Tells the error code of the service, such as 20000. Documented as a string, sent as a number: both are read.
     *
     * @return the code, or null where the answer has none
     */
    public @Nullable String code() {
        return code;
    }

    /**
     * Tells what the service says of the error, in the language of X-Locale.
     *
     * @return the description, or null where the answer has none
     */
    public @Nullable String description() {
        return description;
    }

    /**
     * Tells what else the service says of the error.
     *
     * @return the data, often empty
     */
    public List<String> data() {
        return List.of(data);
    }

    /**
     * Tells the component that raised the error.
     *
     * @return the source, such as PartnerFD, or null where the answer has none
     */
    public @Nullable String source() {
        return source;
    }

    /**
     * Tells how long to wait before the next request. RFC 9110, section 10.2.3.
     *
     * @return the wait from the moment of the answer on, zero or more, or null where the answer has no readable Retry-After
     */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /**
     * Shows the headers of the answer as they came, such as MS-ServerId and MS-CV, which help Partner Center's support.
     *
     * @return the values by header name, compared without case; a token of ours and control characters are not in them
     */
    public Map<String, List<String>> headers() {
        return Collections.unmodifiableMap(headers);
    }

    /**
     * Shows the beginning of a body that is no fault, for a support case.
     *
     * @return at most 1,024 characters with control characters escaped, or null where the fault could be read or there is
     *     no body
     */
    public @Nullable String excerpt() {
        return excerpt;
    }
}
