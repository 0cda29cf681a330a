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
import org.jspecify.annotations.Nullable;

/**
 * Gets the token for each request. After a 401 it refreshes the token and repeats the
 * request, once in a call.
 */
final class CredentialFilter implements Client {
    private static final String ACTIVITY = "while waiting for a token";

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
        if (response.status() != 401 || refreshingFails(call, response) || !call.mayRefreshToken()) {
            return response;
        }
        AccessToken refreshed = token(call, token);
        return refreshed.value().equals(token.value()) ? response : send(request, call, refreshed);
    }

    private boolean refreshingFails(Call call, Response response) {
        ReceivedResponse received = ReceivedResponse.of(call, response);
        return faults.read(received.body(), received.mediaType(), call::redact).refreshingFails();
    }

    private Response send(Request request, Call call, AccessToken token) throws IOException {
        call.addToken(token);
        return next.execute(request, call);
    }

    private AccessToken token(Call call, @Nullable AccessToken refused) {
        Duration remaining = call.deadline().remaining();
        if (remaining.isNegative() || remaining.isZero()) {
            throw CallFailures.timedOut(call, ACTIVITY, null);
        }
        AccessToken token;
        try {
            token = credential.token(new TokenRequest(cloud, remaining, refused));
            if (token == null) {
                throw new CredentialException(
                        "No token: the credential returned null. What to do: check your Credential", null);
            }
        } catch (RuntimeException e) {
            requireTime(call, e);
            throw unavailable(call, e);
        }
        requireTime(call, null);
        return token;
    }

    /** The time that the credential takes counts towards the deadline of the call. */
    private static void requireTime(Call call, @Nullable RuntimeException failure) {
        // A credential that wraps the InterruptedException may have cleared the flag.
        if (Thread.currentThread().isInterrupted() || Causes.include(failure, InterruptedException.class)) {
            throw CallFailures.interrupted(call, ACTIVITY, failure);
        }
        if (call.deadline().hasPassed()) {
            throw CallFailures.timedOut(call, ACTIVITY, failure);
        }
    }

    private static CredentialException unavailable(Call call, RuntimeException failure) {
        if (!(failure instanceof CredentialException known)) {
            return unavailable(
                    call,
                    CredentialException.Kind.UNAVAILABLE,
                    "No token: the credential failed with " + failure.getClass().getName()
                            + ". What to do: check your Credential",
                    failure);
        }
        // The credential does not know the ids of earlier attempts.
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
