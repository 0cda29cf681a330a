package io.github.partnercenter4j.client;

import java.net.URI;

/** The clouds of Partner Center, as listed in the servers of the OpenAPI document. */
public enum Cloud {
    /** Partner Center. */
    PUBLIC("https://api.partnercenter.microsoft.com", "https://login.microsoftonline.com"),
    /** Partner Center for Microsoft Cloud for US Government. It shares the public base URL and has its own authorization server. */
    US_GOVERNMENT("https://api.partnercenter.microsoft.com", "https://login.microsoftonline.us"),
    /** Partner Center operated by 21Vianet. */
    CHINA("https://partner.partnercenterapi.microsoftonline.cn", "https://login.partner.microsoftonline.cn");

    private final URI baseUrl;
    private final URI authorizationServer;

    Cloud(String baseUrl, String authorizationServer) {
        this.baseUrl = URI.create(baseUrl);
        this.authorizationServer = URI.create(authorizationServer);
    }

    /**
     * Returns the address of the service.
     *
     * @return the base URL, without the version
     */
    public URI baseUrl() {
        return baseUrl;
    }

    /**
     * Returns the authorization server (Microsoft Entra ID) that issues tokens for the service.
     *
     * @return the origin, without a tenant
     */
    public URI authorizationServer() {
        return authorizationServer;
    }

    /**
     * Returns the scope to request for a token.
     *
     * @return the scope of delegated (App+User) access
     */
    public String scope() {
        return baseUrl + "/user_impersonation";
    }
}
