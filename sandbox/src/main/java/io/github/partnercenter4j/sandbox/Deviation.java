package io.github.partnercenter4j.sandbox;

/** Where the answers of {@link Fidelity#OBSERVED} depart from the spec, and why. Nothing else departs. */
public enum Deviation {
    /** JSON bodies of successes begin with a UTF-8 byte order mark. */
    BYTE_ORDER_MARK("In recorded traffic Content-Length is the minified JSON plus 3, though not for errors."),
    /** In JSON the code of a fault is a number, where it is written as one. */
    NUMERIC_FAULT_CODE("The documentation says string, and every recorded fault has a number."),
    /** XML is what .NET's DataContractSerializer writes: other names, an order of its own, namespaces, nil for absent. */
    DOTNET_XML("The four media types are ASP.NET Web API's defaults, whose XML is this."),
    /** A number that is absent is 0 in XML. */
    ZERO_FOR_ABSENT("The numbers of the .NET classes cannot be null."),
    /** A 429 is the gateway's own: JSON whatever was asked for, with statusCode and message in place of a fault. */
    GATEWAY_THROTTLING("The throttling guidance shows this body."),
    /** The status of a line item begins with a capital, that of its quantities stays as it is. */
    CAPITALIZED_STATUS("The sample says fulfilled, the documentation of orders Fulfilled: the case is not stable.");

    private final String reason;

    Deviation(String reason) {
        this.reason = reason;
    }

    /**
     * Why the real service is taken to do so.
     *
     * @return a sentence
     */
    public String reason() {
        return reason;
    }
}
