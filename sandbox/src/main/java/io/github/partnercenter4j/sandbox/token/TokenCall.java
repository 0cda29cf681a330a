package io.github.partnercenter4j.sandbox.token;

/**
 * A request that the token authority received. It holds no secret.
 *
 * @param path the path, such as {@code /TENANT/oauth2/v2.0/token}
 * @param grantType the grant that was asked for; empty where the endpoint has none
 * @param clientId the application that asked; empty if it did not say
 * @param scope what the token is to be good for; empty if it did not say
 */
public record TokenCall(String path, String grantType, String clientId, String scope) {}
