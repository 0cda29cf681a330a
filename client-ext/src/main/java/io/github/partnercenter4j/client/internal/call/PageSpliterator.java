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
 * PageSpliterator one after the other, each asked for when it is wanted. Nothing is kept of a page but the link to the next. It can
 * not be split: a parallel stream would collect pages in advance.
 */
final class PageSpliterator<T> extends Spliterators.AbstractSpliterator<T> {
    private final Function<? super T, @Nullable ResourceLinks> links;
    private final LinkFollower follower;
    private final Function<LinkRequest, T> follow;
    // Digests: the links themselves would grow with the service's tokens.
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
        ResourceLinks neighbours = links.apply(page);
        next = neighbours == null ? null : neighbours.next();
        action.accept(page);
        return true;
    }

    private T follow(LinkRequest link) {
        String digest = digest(link);
        if (followed.contains(digest)) {
            throw LinkRequest.refused("it was followed before, so the links to next pages form a circle");
        }
        T page = follow.apply(link);
        // Only now, so that whoever asks again after a failure is answered.
        followed.add(digest);
        return page;
    }

    private static String digest(LinkRequest link) {
        try {
            // No URL has a blank in it.
            byte[] text = (link.url() + " " + link.continuationToken()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            // Every Java platform has it.
            throw new AssertionError(e);
        }
    }

    @Override
    public @Nullable Spliterator<T> trySplit() {
        return null;
    }
}
