package io.github.partnercenter4j.client.entra

import io.github.partnercenter4j.client.internal.call.Backoff

/** The pacing of requests to the authorization server, for tests without a credential. */
class Pacing {
    /** Waits for nothing. */
    static RequestPacing none() {
        new RequestPacing(new AuthorizationServerGate(System::nanoTime), Backoff.ofSystem(), { }, System::nanoTime, { wait, refusal -> })
    }
}
