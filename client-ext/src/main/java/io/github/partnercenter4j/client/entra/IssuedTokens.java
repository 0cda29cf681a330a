package io.github.partnercenter4j.client.entra;

import io.github.partnercenter4j.client.AccessToken;

/** The tokens that the authorization server issued: the access token, and MSAL's cache, which contains the refresh token. */
record IssuedTokens(AccessToken accessToken, String cache) {
    @Override
    public String toString() {
        return "IssuedTokens[" + accessToken + "]";
    }
}
