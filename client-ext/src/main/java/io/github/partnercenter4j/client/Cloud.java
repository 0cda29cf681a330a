package io.github.partnercenter4j.client;

import java.net.URI;

/** The clouds in which Partner Center runs, as the servers of the OpenAPI document name them. */
public enum Cloud {
    /** Partner Center. */
    PUBLIC("https://api.partnercenter.microsoft.com", "https://login.microsoftonline.com"),
    /** Partner Center for Microsoft Cloud for US Government. It shares the public base URL and has a token authority of its own. */
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
     * Tells where the service is.
     *
     * @return the base URL, without the version
     */
    public URI baseUrl() {
        return baseUrl;
    }

    /**
     * Tells where tokens for the service come from.
     *
     * @return the authority, without a tenant
     */
    public URI authorizationServer() {
        return authorizationServer;
    }

    /**
     * Tells the scope of a token for the service.
     *
     * @return the scope of delegated (App+User) access
     */
    public String scope() {
        return baseUrl + "/user_impersonation";
    }
}
