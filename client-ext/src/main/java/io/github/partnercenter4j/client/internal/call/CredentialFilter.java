package io.github.partnercenter4j.client.internal.call;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.partnercenter4j.client.AccessToken;
import io.github.partnercenter4j.client.Cloud;
import io.github.partnercenter4j.client.Credential;
import io.github.partnercenter4j.client.CredentialException;
import io.github.partnercenter4j.client.TokenRequest;
import io.github.partnercenter4j.client.internal.body.FaultReader;
import io.github.partnercenter4j.client.internal.http.Causes;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The ring that puts the bearer token on a request, RFC 6750, section 2.1. Once in a call it asks for another token after
 * a 401 and repeats the request with it.
 */
final class CredentialFilter implements Client {
    private static final String STANDING = "it waited for a token";

    private final Cloud cloud;
    private final Credential credential;
    private final FaultReader faults;
    private final Client next;

    CredentialFilter(Cloud cloud, Credential credential, FaultReader faults, Client next) {
        this.cloud = cloud;
        this.credential = credential;
        this.faults = faults;
        this.next = next;
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        Call call = (Call) options;
        AccessToken token = token(call, null);
        Response response = send(request, call, token);
        if (response.status() != 401 || asksForMfa(call, response) || !call.mayRenew()) {
            return response;
        }
        AccessToken renewed = token(call, token);
        return renewed.value().equals(token.value()) ? response : send(request, call, renewed);
    }

    private boolean asksForMfa(Call call, Response response) {
        ReceivedResponse answer = ReceivedResponse.of(call, response);
        return faults.read(answer.body(), answer.mediaType(), call::redact).asksForMfa();
    }

    private Response send(Request request, Call call, AccessToken token) throws IOException {
        call.authorizedBy(token);
        return next.execute(RequestHeaders.with(request, Map.of("Authorization", "Bearer " + token.value())), call);
    }

    private AccessToken token(Call call, @Nullable AccessToken refused) {
        Duration remaining = call.deadline().remaining();
        if (remaining.isNegative() || remaining.isZero()) {
            throw CallFailures.timedOut(call, STANDING, null);
        }
        AccessToken token;
        try {
            token = Objects.requireNonNull(credential.token(new TokenRequest(cloud, remaining, refused)));
        } catch (RuntimeException e) {
            requireTime(call, e);
            throw unavailable(call, e);
        }
        requireTime(call, null);
        return token;
    }

    /** The credential's time is the call's: what came of it too late is as good as nothing. */
    private static void requireTime(Call call, @Nullable RuntimeException failure) {
        // A credential that wraps the interrupt may have cleared the flag.
        if (Thread.currentThread().isInterrupted() || Causes.include(failure, InterruptedException.class)) {
            throw CallFailures.interrupted(call, STANDING, failure);
        }
        if (call.deadline().hasPassed()) {
            throw CallFailures.timedOut(call, STANDING, failure);
        }
    }

    private static CredentialException unavailable(Call call, RuntimeException failure) {
        if (!(failure instanceof CredentialException known)) {
            return unavailable(
                    call,
                    CredentialException.Kind.UNAVAILABLE,
                    "No token: the credential failed with " + failure.getClass().getName(),
                    failure);
        }
        // A credential knows nothing of the attempts before.
        return call.requestIds().isEmpty()
                ? known
                : unavailable(call, known.kind(), String.valueOf(known.getMessage()), known);
    }

    private static CredentialException unavailable(
            Call call, CredentialException.Kind kind, String message, RuntimeException cause) {
        return call.ids()
                .setOn(CredentialException.builder(kind, message))
                .cause(cause)
                .build();
    }
}
