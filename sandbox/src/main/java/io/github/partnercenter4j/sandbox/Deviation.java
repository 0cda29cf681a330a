package io.github.partnercenter4j.sandbox;

/** A difference between the responses of {@link Fidelity#OBSERVED} and the spec, with its reason. There are no others. */
public enum Deviation {
    /** The JSON body of a success begins with a UTF-8 byte order mark. */
    BYTE_ORDER_MARK("In recorded traffic, Content-Length is the size of the minified JSON plus 3, but not for errors."),
    /** In JSON, the code of a fault is a number if its text is a whole number. */
    NUMERIC_FAULT_CODE("The documentation says string, but every recorded fault has a number."),
    /** XML has the form that .NET's DataContractSerializer writes: other names, another order, namespaces, and nil for absent values. */
    DOTNET_XML("The four media types are the defaults of ASP.NET Web API, which writes XML in this form."),
    /** In XML, an absent number is 0. */
    ZERO_FOR_ABSENT("Numbers in the .NET classes cannot be null."),
    /** A 429 comes from the gateway: always JSON, with statusCode and message instead of a fault. */
    GATEWAY_THROTTLING("The throttling guidance shows this body."),
    /** The status of a line item begins with a capital letter. The status of its quantities does not change. */
    CAPITALIZED_STATUS(
            "The sample says fulfilled, and the documentation of orders says Fulfilled, so the case is not stable.");

    private final String reason;

    Deviation(String reason) {
        this.reason = reason;
    }

    /**
     * Returns why the real service is assumed to do so.
     *
     * @return a sentence
     */
    public String reason() {
        return reason;
    }
}
