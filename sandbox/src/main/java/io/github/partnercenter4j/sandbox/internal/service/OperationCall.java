package io.github.partnercenter4j.sandbox.internal.service;

import com.github.tomakehurst.wiremock.http.Request;
import io.github.partnercenter4j.sandbox.internal.service.Routes.Match;

/** A request for an operation. */
public record OperationCall(Request request, Match match, Behavior behavior) {

    public FaultResponses faults() {
        return new FaultResponses(behavior.spec(), match.operation());
    }

    /** Returns the response by the rules of the service. */
    public ServiceResponse usual() {
        return behavior.response(this);
    }

    public String parameter(String name) {
        return match.parameters().getOrDefault(name, "");
    }
}
