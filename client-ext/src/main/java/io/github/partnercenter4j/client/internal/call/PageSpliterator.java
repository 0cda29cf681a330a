package io.github.partnercenter4j.client.internal.call;

import io.github.partnercenter4j.model.Link;
import io.github.partnercenter4j.model.ResourceLinks;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Requests the pages of a collection one after the other, each when the stream needs it. It keeps only the link
 * to the next page. It cannot be split, because a parallel stream would request pages in advance.
 */
final class PageSpliterator<T> extends Spliterators.AbstractSpliterator<T> {
    private final Function<? super T, @Nullable ResourceLinks> links;
    private final LinkFollower follower;
    private final Function<LinkRequest, T> follow;
    // Digests, because links contain continuation tokens of any length.
    private final Set<String> followed = new HashSet<>();
    private @Nullable T first;
    private @Nullable Link next;

    PageSpliterator(
            T first,
            Function<? super T, @Nullable ResourceLinks> links,
            LinkFollower follower,
            Function<LinkRequest, T> follow) {
        super(Long.MAX_VALUE, ORDERED | NONNULL);
        this.first = first;
        this.links = links;
        this.follower = follower;
        this.follow = follow;
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        T page = first;
        if (page == null) {
            if (next == null) {
                return false;
            }
            page = follow(follower.check(next));
        }
        first = null;
        ResourceLinks pageLinks = links.apply(page);
        next = pageLinks == null ? null : pageLinks.next();
        action.accept(page);
        return true;
    }

    private T follow(LinkRequest link) {
        String digest = digest(link);
        if (followed.contains(digest)) {
            throw LinkRequest.rejected("it was followed before, so the links to the next pages form a loop");
        }
        T page = follow.apply(link);
        // Added only after success, so that the caller can try again after a failure.
        followed.add(digest);
        return page;
    }

    private static String digest(LinkRequest link) {
        try {
            // A URL contains no space.
            byte[] text = (link.url() + " " + link.continuationToken()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            // Every Java platform supports SHA-256.
            throw new AssertionError(e);
        }
    }

    @Override
    public @Nullable Spliterator<T> trySplit() {
        return null;
    }
}
