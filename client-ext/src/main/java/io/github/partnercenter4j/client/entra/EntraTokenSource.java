package io.github.partnercenter4j.client.entra;

import io.github.partnercenter4j.client.AccessToken;
import io.github.partnercenter4j.client.Cloud;
import io.github.partnercenter4j.client.CredentialException;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the next token comes from: the store, the refresh token in it, or else the sign-in. */
final class EntraTokenSource {

    /**
     * How the first tokens come.
     *
     * @param byRefreshToken whether it asks nobody: so it is worth a try after the refresh token in the store was refused,
     *     and the application may prove who it is
     */
    record SignIn(boolean byRefreshToken, Function<MsalSession, IssuedTokens> flow) {}

    private final EntraSettings settings;
    private final SignIn signIn;

    EntraTokenSource(EntraSettings settings, SignIn signIn) {
        this.settings = settings;
        this.signIn = signIn;
    }

    AccessToken renew(Cloud cloud, @Nullable AccessToken refused, ExecutorService flows) {
        StoredTokens stored = StoredTokens.read(load(), settings.tenantAuthority(cloud), settings.clientId());
        AccessToken kept = stored.accessToken();
        if (kept != null && SharedToken.isFresh(kept, settings.clock()) && !SharedToken.isSame(kept, refused)) {
            return kept;
        }
        MsalSession session = new MsalSession(settings, cloud, flows);
        String refreshToken = stored.refreshToken();
        if (refreshToken != null) {
            try {
                return save(cloud, stored, session.byRefreshToken(refreshToken));
            } catch (GrantRejectedException e) {
                if (!signIn.byRefreshToken()) {
                    throw e.reported();
                }
            }
        }
        return signIn(cloud, flows);
    }

    AccessToken signIn(Cloud cloud, ExecutorService flows) {
        StoredTokens nothing = StoredTokens.read(null, settings.tenantAuthority(cloud), settings.clientId());
        try {
            return save(cloud, nothing, signIn.flow().apply(new MsalSession(settings, cloud, flows)));
        } catch (GrantRejectedException e) {
            throw e.reported();
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
        String text = before.replacedBy(issued, settings.tenantAuthority(cloud), settings.clientId());
        try {
            settings.store().save(text);
        } catch (RuntimeException e) {
            throw storeFailed("written", e);
        }
        return issued.accessToken();
    }

    /** Without the cause: a vault's message may quote what it was given. */
    private static CredentialException storeFailed(String verb, RuntimeException failure) {
        return failure instanceof CredentialException known
                ? known
                : new CredentialException(
                        "No token: the token store can not be " + verb + ", it failed with "
                                + failure.getClass().getName() + ". What to do: check the store",
                        null);
    }
}
