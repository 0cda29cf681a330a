package io.github.partnercenter4j.client.entra;

import io.github.partnercenter4j.client.AccessToken;
import io.github.partnercenter4j.client.Cloud;
import io.github.partnercenter4j.client.CredentialException;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Acquires tokens: from the store, with the refresh token in it, or else by signing in. */
final class EntraTokenSource {

    /**
     * The way to sign in.
     *
     * @param byRefreshToken true if no person is needed. Only then is it tried after the refresh token in the store was
     *     rejected, and only then may the application authenticate
     */
    record SignIn(boolean byRefreshToken, Function<MsalSession, IssuedTokens> flow) {}

    private final EntraSettings settings;
    private final SignIn signIn;

    EntraTokenSource(EntraSettings settings, SignIn signIn) {
        this.settings = settings;
        this.signIn = signIn;
    }

    AccessToken acquire(Cloud cloud, @Nullable AccessToken rejected, ExecutorService executor) {
        StoredTokens stored = StoredTokens.read(load(), settings.tenantUrl(cloud), settings.clientId());
        AccessToken kept = stored.accessToken();
        if (kept != null && SharedToken.isFresh(kept, settings.clock()) && !SharedToken.isSame(kept, rejected)) {
            return kept;
        }
        MsalSession session = new MsalSession(settings, cloud, executor);
        String refreshToken = stored.refreshToken();
        if (refreshToken != null) {
            try {
                return save(cloud, stored, session.byRefreshToken(refreshToken));
            } catch (GrantRejectedException e) {
                if (!signIn.byRefreshToken()) {
                    throw e.toCredentialException();
                }
            }
        }
        return signIn(cloud, executor);
    }

    AccessToken signIn(Cloud cloud, ExecutorService executor) {
        StoredTokens nothing = StoredTokens.read(null, settings.tenantUrl(cloud), settings.clientId());
        try {
            return save(cloud, nothing, signIn.flow().apply(new MsalSession(settings, cloud, executor)));
        } catch (GrantRejectedException e) {
            throw e.toCredentialException();
        }
    }

    private @Nullable String load() {
        try {
            return settings.store().load();
        } catch (RuntimeException e) {
            throw storeFailed("read", e);
        }
    }

    private AccessToken save(Cloud cloud, StoredTokens before, IssuedTokens issued) {
        String text = before.replacedBy(issued, settings.tenantUrl(cloud), settings.clientId());
        try {
            settings.store().save(text);
        } catch (RuntimeException e) {
            throw storeFailed("written", e);
        }
        return issued.accessToken();
    }

    /** Has no cause, because the message of the store's exception may quote the tokens. */
    private static CredentialException storeFailed(String verb, RuntimeException failure) {
        return failure instanceof CredentialException known
                ? known
                : new CredentialException(
                        "No token: the token store cannot be " + verb + ". It failed with "
                                + failure.getClass().getName() + ". What to do: check your TokenStore",
                        null);
    }
}
