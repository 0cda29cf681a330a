package io.github.partnercenter4j.client;

import io.github.partnercenter4j.client.internal.text.PlainText;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The service responded with a status of 400 or more. Error codes repeat under several statuses (2006 occurs with 400
 * and with 403), so check the status first. Source: Partner Center REST error codes.
 *
 * @serial exclude
 */
public final class ServiceException extends PartnerCenterException {
    private static final long serialVersionUID = 1L;

    /** The groups of statuses that callers handle differently. */
    public enum Kind {
        /** 400: an input is missing or invalid. */
        BAD_REQUEST,
        /** 401: the token is missing, expired or not accepted. */
        UNAUTHORIZED,
        /** 403: the token is valid, but its user is not allowed to make the call. */
        FORBIDDEN,
        /** 404: the resource does not exist, or not yet: a new order may take 15 minutes to appear. */
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
    // A TreeMap, because exceptions must be serializable.
    private final TreeMap<String, List<String>> headers;
    private final @Nullable String excerpt;

    private ServiceException(Builder builder) {
        super(
                ServiceMessage.of(
                        builder.status,
                        builder.code,
                        builder.description,
                        builder.excerpt,
                        builder.retryAfter,
                        builder.headers),
                builder);
        this.status = builder.status;
        this.code = builder.code;
        this.description = builder.description;
        this.data = builder.data.toArray(String[]::new);
        this.source = builder.source;
        this.retryAfter = builder.retryAfter;
        this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        this.headers.putAll(builder.headers);
        this.excerpt = builder.excerpt;
    }

    /**
     * {@return a new builder, for a test of your own error handling}
     *
     * @param status the HTTP status, 400 to 999
     * @throws IllegalArgumentException if the status is out of range
     */
    public static Builder builder(int status) {
        return new Builder(status);
    }

    /** {@return the HTTP status, 400 to 999} */
    public int status() {
        return status;
    }

    /** {@return the group that the status belongs to} */
    public Kind kind() {
        return Kind.of(status);
    }

    /** {@return the error code of the service, such as 20000, or null if the response has none} */
    public @Nullable String code() {
        return code;
    }

    /** {@return the service's description of the error, in the language of X-Locale, or null if the response has none} */
    public @Nullable String description() {
        return description;
    }

    /** {@return further details of the error, often empty} */
    public List<String> data() {
        return List.of(data);
    }

    /** {@return the component that raised the error, such as PartnerFD, or null if the response has none} */
    public @Nullable String source() {
        return source;
    }

    /** {@return the wait before the next request, zero or more, or null if there is no readable Retry-After} */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /**
     * {@return the headers by name, compared without case, such as MS-ServerId and MS-CV, which help Partner Center's support.
     * Tokens are replaced by asterisks, control characters by spaces}
     */
    public Map<String, List<String>> headers() {
        return Collections.unmodifiableMap(headers);
    }

    /**
     * {@return the beginning of a body that is not a fault, at most 1,024 characters with control characters escaped, or
     * null if there is no such body}
     */
    public @Nullable String excerpt() {
        return excerpt;
    }

    /**
     * {@return why the token was refused, from WWW-Authenticate of a 401 or 403 (RFC 6750, section 3), such as invalid_token:
     * The token expired; null if the response does not say}
     */
    public @Nullable String authenticationError() {
        return ServiceMessage.authenticationError(status, headers);
    }

    /** Builds a {@link ServiceException}. The message is composed from its parts. Not thread-safe. */
    public static final class Builder extends PartnerCenterException.Builder<Builder> {
        private final int status;

        private @Nullable String code;
        private @Nullable String description;
        private List<String> data = List.of();
        private @Nullable String source;
        private @Nullable Duration retryAfter;
        private Map<String, List<String>> headers = Map.of();
        private @Nullable String excerpt;

        private Builder(int status) {
            if (status < 400 || status > 999) {
                throw new IllegalArgumentException("status must be 400 to 999, but is " + status);
            }
            this.status = status;
        }

        /**
         * Sets the error code of the service.
         *
         * @param code such as 20000, or null for none
         * @return this builder
         */
        public Builder code(@Nullable String code) {
            this.code = code;
            return this;
        }

        /**
         * Sets the service's description of the error.
         *
         * @param description such as Order Id not found, or null for none
         * @return this builder
         */
        public Builder description(@Nullable String description) {
            this.description = description;
            return this;
        }

        /**
         * Sets further details of the error.
         *
         * @param data the details; defaults to empty
         * @return this builder
         */
        public Builder data(List<String> data) {
            this.data = List.copyOf(data);
            return this;
        }

        /**
         * Sets the component that raised the error.
         *
         * @param source such as PartnerFD, or null for none
         * @return this builder
         */
        public Builder source(@Nullable String source) {
            this.source = source;
            return this;
        }

        /**
         * Sets how long to wait before the next request.
         *
         * @param retryAfter zero or more, or null for none
         * @return this builder
         */
        public Builder retryAfter(@Nullable Duration retryAfter) {
            this.retryAfter = retryAfter;
            return this;
        }

        /**
         * Sets the headers of the response.
         *
         * @param headers the values by header name; defaults to empty
         * @return this builder
         */
        public Builder headers(Map<String, List<String>> headers) {
            this.headers = headers;
            return this;
        }

        /**
         * Sets the beginning of a body that is not a fault, which is escaped and cut to 1,024 characters.
         *
         * @param body the body as text, or null for none
         * @return this builder
         */
        public Builder excerpt(@Nullable String body) {
            this.excerpt = body == null ? null : PlainText.excerpt(body);
            return this;
        }

        @Override
        public ServiceException build() {
            return new ServiceException(this);
        }
    }
}
