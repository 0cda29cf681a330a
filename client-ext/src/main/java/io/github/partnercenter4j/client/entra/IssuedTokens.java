package io.github.partnercenter4j.client.entra;

import io.github.partnercenter4j.client.AccessToken;

/** What the token authority gave out: the access token, and MSAL's cache with the refresh token in it. */
record IssuedTokens(AccessToken accessToken, String cache) {
    @Override
    public String toString() {
        return "IssuedTokens[" + accessToken + "]";
    }
}
