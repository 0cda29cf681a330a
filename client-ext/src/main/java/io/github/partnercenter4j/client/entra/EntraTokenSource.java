package io.github.partnercenter4j.client.entra;

import io.github.partnercenter4j.client.AccessToken;
import io.github.partnercenter4j.client.Cloud;
import io.github.partnercenter4j.client.CredentialException;
import io.github.partnercenter4j.client.internal.call.Backoff;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Acquires tokens: from the store, with the refresh token in it, or else by signing in. The store may be shared with other
 * processes, so it is locked while tokens are refreshed.
 */
final class EntraTokenSource {
    /** Another process replaces the refresh token once. More often than this is no accident. */
    private static final int MAX_REFRESHES = 3;

    /**
     * The way to sign in.
     *
     * @param byRefreshToken true if no person is needed. Only then is it tried after the refresh token in the store was
     *     rejected, and only then may the application authenticate
     */
    record SignIn(boolean byRefreshToken, Function<MsalSession, IssuedTokens> flow) {}

    private final EntraSettings settings;
    private final SignIn signIn;
    private final StoredSignIn stored;
    private final AuthorizationServerGate gate;
    private final Backoff backoff = Backoff.ofSystem();

    EntraTokenSource(EntraSettings settings, SignIn signIn) {
        this.settings = settings;
        this.signIn = signIn;
        this.stored = new StoredSignIn(settings.store());
        this.gate = new AuthorizationServerGate(settings.nanoTime());
    }

    AccessToken acquire(Cloud cloud, @Nullable AccessToken rejected, TokenAcquisition acquisition) {
        AccessToken kept = keptWithoutLock(cloud, rejected);
        if (kept != null) {
            return kept;
        }
        TokenStore.Lock lock = stored.lock(acquisition);
        try (lock;
                MsalSession session = session(cloud, acquisition)) {
            AccessToken refreshed = refresh(cloud, rejected, session);
            if (refreshed != null) {
                return refreshed;
            }
            if (signIn.byRefreshToken()) {
                String held = read(cloud).held();
                return replace(cloud, new StoredSignIn.Content(nothing(cloud), held), issued(session));
            }
        }
        // Without the lock, because a person may take minutes.
        return signIn(cloud, acquisition);
    }

    /** A store that cannot be read may be in the middle of being written. It is read again under the lock. */
    private @Nullable AccessToken keptWithoutLock(Cloud cloud, @Nullable AccessToken rejected) {
        try {
            return usable(read(cloud), rejected);
        } catch (CredentialException e) {
            return null;
        }
    }

    /**
     * Refreshes the tokens in the store. If the refresh token is rejected, another process may have used it: the newer one
     * in the store is tried then.
     *
     * @return null if the store has no refresh token that is accepted, and there is another way to sign in
     */
    private @Nullable AccessToken refresh(Cloud cloud, @Nullable AccessToken rejected, MsalSession session) {
        StoredSignIn.Content content = read(cloud);
        for (int refresh = 1; ; refresh++) {
            AccessToken kept = usable(content, rejected);
            String refreshToken = content.tokens().refreshToken();
            if (kept != null || refreshToken == null) {
                return kept;
            }
            try {
                return replace(cloud, content, session.byRefreshToken(refreshToken));
            } catch (GrantRejectedException e) {
                StoredSignIn.Content now = read(cloud);
                if (refresh == MAX_REFRESHES || refreshToken.equals(now.tokens().refreshToken())) {
                    if (signIn.byRefreshToken()) {
                        return null;
                    }
                    throw e.toCredentialException();
                }
                if (now.held() == null && !signIn.byRefreshToken()) {
                    throw StoredSignIn.signedOut();
                }
                content = now;
            }
        }
    }

    /** Returns the access token in the store if it can be used, else null. */
    private @Nullable AccessToken usable(StoredSignIn.Content content, @Nullable AccessToken rejected) {
        AccessToken kept = content.tokens().accessToken();
        return kept != null && SharedToken.isFresh(kept, settings.clock()) && !SharedToken.isSame(kept, rejected)
                ? kept
                : null;
    }

    AccessToken signIn(Cloud cloud, TokenAcquisition acquisition) {
        stored.requireWritable();
        try (MsalSession session = session(cloud, acquisition)) {
            IssuedTokens issued = issued(session);
            TokenStore.Lock lock = stored.lockForSaving(acquisition);
            try (lock) {
                stored.save(nothing(cloud).replacedBy(issued, settings.tenantUrl(cloud), settings.clientId()));
            }
            return issued.accessToken();
        }
    }

    private IssuedTokens issued(MsalSession session) {
        try {
            return signIn.flow().apply(session);
        } catch (GrantRejectedException e) {
            throw e.toCredentialException();
        }
    }

    private MsalSession session(Cloud cloud, TokenAcquisition acquisition) {
        Pause pause = (wait, refusal) -> acquisition.pause(wait, refusal, settings.sleeper());
        return new MsalSession(
                settings,
                cloud,
                acquisition.executor(),
                new RequestPacing(gate, backoff, settings.sleeper(), settings.nanoTime(), pause));
    }

    private StoredTokens nothing(Cloud cloud) {
        return StoredTokens.read(null, settings.tenantUrl(cloud), settings.clientId());
    }

    private StoredSignIn.Content read(Cloud cloud) {
        return stored.read(settings.tenantUrl(cloud), settings.clientId());
    }

    private AccessToken replace(Cloud cloud, StoredSignIn.Content before, IssuedTokens issued) {
        stored.replace(before, before.tokens().replacedBy(issued, settings.tenantUrl(cloud), settings.clientId()));
        return issued.accessToken();
    }
}
