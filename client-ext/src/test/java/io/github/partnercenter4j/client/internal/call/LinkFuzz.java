package io.github.partnercenter4j.client.internal.call;

import io.github.partnercenter4j.client.DecodingException;
import io.github.partnercenter4j.model.Link;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A target of the profile fuzz: the URI of a link. A link that is followed stays below the base URL, also for a server that resolves dot segments after decoding. */
public final class LinkFuzz {
    private static final URI BASE = URI.create("https://api.example:8443/base");

    private LinkFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        URI url;
        try {
            Link link =
                    Link.builder().uri(new String(data, StandardCharsets.UTF_8)).build();
            url = URI.create(LinkRequest.of(link, BASE).url());
        } catch (DecodingException e) {
            return;
        }
        boolean elsewhere = !BASE.getScheme().equals(url.getScheme())
                || !BASE.getRawAuthority().equals(url.getRawAuthority());
        boolean above = !url.normalize().getRawPath().startsWith("/base/");
        boolean hiddenDots = url.getPath().matches("(?s).*[/;\\\\]\\.{1,2}([/;\\\\].*)?");
        if (elsewhere || above || hiddenDots || url.getRawFragment() != null) {
            throw new AssertionError(url);
        }
    }
}
