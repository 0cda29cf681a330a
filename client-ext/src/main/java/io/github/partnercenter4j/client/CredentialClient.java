package io.github.partnercenter4j.client;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;

/** The ring that puts the bearer token on a request. RFC 6750, section 2.1. */
final class CredentialClient implements Client {
    private final Cloud cloud;
    private final Credential credential;
    private final Client next;

    CredentialClient(Cloud cloud, Credential credential, Client next) {
        this.cloud = cloud;
        this.credential = credential;
        this.next = next;
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        Call call = (Call) options;
        AccessToken token = token(new TokenRequest(cloud, call.deadline().remaining(), null));
        call.authorizedBy(token);
        return next.execute(
                Headers.of(request)
                        .set("Authorization", "Bearer " + token.value())
                        .request(),
                options);
    }

    private AccessToken token(TokenRequest request) {
        try {
            return credential.token(request);
        } catch (CredentialException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new CredentialException(
                    "No token: the credential failed with " + e.getClass().getName(), e);
        }
    }
}
