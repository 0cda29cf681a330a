package io.github.partnercenter4j.client.orders;

/**
 * What is publicly known about why an order can be pending. The response of the service gives no cause. See
 * {@link ProvisioningOutcome#possibleCauses()}.
 */
public enum PendingCause {
    /** The order is new. */
    NEW_ORDER(
            "A new order can take up to 15 minutes to appear",
            "https://learn.microsoft.com/partner-center/developer/get-all-of-a-customer-s-orders"),
    /** The service is provisioning the order. */
    PROVISIONING(
            "Provisioning of licenses and software normally ends within 48 hours; after that, ask Partner Center"
                    + " support",
            "reports of partners; the API documentation gives no limit"),
    /** The customer has not accepted the Microsoft Customer Agreement. */
    AGREEMENT_NOT_ACCEPTED(
            "Until the customer has accepted the Microsoft Customer Agreement the order stays pending, and the"
                    + " response does not say so",
            "https://learn.microsoft.com/partner-center/customers/confirm-customer-agreement, and reports of partners"),
    /** The token lacks MFA. It does not delay the order, but a call that asks for it can be refused at any time. */
    MFA(
            "MFA does not delay an order, but a growing share of the calls with a token without MFA is refused: sign"
                    + " in using MFA, or you may not see that the order is provisioned",
            "https://learn.microsoft.com/partner-center/developer/partner-center-authentication");

    private final String explanation;
    private final String source;

    PendingCause(String explanation, String source) {
        this.explanation = explanation;
        this.source = source;
    }

    /**
     * Returns what is known, for a person.
     *
     * @return a sentence without a full stop
     */
    public String explanation() {
        return explanation;
    }

    /**
     * Returns where this is known from.
     *
     * @return the URL of a page, or a description of the source
     */
    public String source() {
        return source;
    }
}
