package io.github.partnercenter4j.sandbox.token;

/**
 * A request that the authorization server received. It contains no secret.
 *
 * @param path the path, such as {@code /TENANT/oauth2/v2.0/token}
 * @param grantType the requested grant; empty if the endpoint has none
 * @param clientId the id of the application; empty if the request has none
 * @param scope the requested scope; empty if the request has none
 */
public record TokenCall(String path, String grantType, String clientId, String scope) {}
