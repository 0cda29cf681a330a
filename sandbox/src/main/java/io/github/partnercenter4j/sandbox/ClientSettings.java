package io.github.partnercenter4j.sandbox;

/**
 * The settings that a client needs to call the sandbox.
 *
 * @param baseUrl the base URL, without the version
 * @param token an access token
 * @param customerId the id of a customer that the sandbox knows
 * @param orderId the id of an order of that customer
 */
public record ClientSettings(String baseUrl, String token, String customerId, String orderId) {

    /**
     * Returns the settings without the token.
     *
     * @return the settings as text
     */
    @Override
    public String toString() {
        return "ClientSettings[baseUrl=" + baseUrl + ", customerId=" + customerId + ", orderId=" + orderId + "]";
    }
}
