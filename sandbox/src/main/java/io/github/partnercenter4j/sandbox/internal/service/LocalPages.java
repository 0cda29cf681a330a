package io.github.partnercenter4j.sandbox.internal.service;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;

/** Pages for a person at this machine, which are not a part of the service. Their requests are neither recorded nor counted. */
public interface LocalPages {

    /**
     * Returns true if a request is for one of the pages.
     *
     * @param target the path and the query
     * @param accept the value of Accept, or an empty text
     */
    boolean serves(String method, String target, String accept);

    ResponseDefinition respond(Request request);
}
