package io.github.partnercenter4j.sandbox;

import com.github.tomakehurst.wiremock.http.Request;
import io.github.partnercenter4j.sandbox.Routes.Match;

/** A request that reached an operation. */
record Exchange(Request request, Match match, Behaviour behaviour) {

    Faults faults() {
        return new Faults(match.operation());
    }

    /** What the service answers when nothing is scripted. */
    Answer usual() {
        return behaviour.answer(this);
    }

    String parameter(String name) {
        return match.parameters().getOrDefault(name, "");
    }
}
