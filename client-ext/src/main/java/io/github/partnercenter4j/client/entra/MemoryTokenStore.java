package io.github.partnercenter4j.client.entra;

import org.jspecify.annotations.Nullable;

/** Keeps the tokens in memory. */
final class MemoryTokenStore implements TokenStore {
    private volatile @Nullable String tokens;

    @Override
    public @Nullable String load() {
        return tokens;
    }

    @Override
    public void save(String tokens) {
        this.tokens = tokens;
    }
}
