package io.github.partnercenter4j.sandbox.token;

/** The authorization server refuses a request, with an error of RFC 6749 or RFC 8628 and a number of Microsoft. */
final class TokenRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String error;
    private final int number;

    TokenRefusal(String error, int number, String description) {
        super(description, null, false, false);
        this.error = error;
        this.number = number;
    }

    TokenResponse response() {
        return TokenResponse.error(error, number, getMessage());
    }
}
