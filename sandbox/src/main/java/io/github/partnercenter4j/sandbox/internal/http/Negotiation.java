package io.github.partnercenter4j.sandbox.internal.http;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Chooses a media type by the Accept header (RFC 9110, section 12.5.1). If none is acceptable, it chooses the first one, as
 * ASP.NET Web API does.
 */
public record Negotiation(List<String> offered) {

    private record Choice(String mediaType, MediaRange range, int place) {}

    public String choose(String accept) {
        List<MediaRange> ranges = MediaRange.parse(accept);
        return offered.stream()
                .flatMap(mediaType -> deciding(mediaType, ranges).stream())
                .filter(choice -> choice.range().quality() > 0)
                .min(Comparator.comparingDouble(
                                (Choice choice) -> -choice.range().quality())
                        .thenComparingInt(choice -> -choice.range().specificity())
                        .thenComparingInt(Choice::place))
                .map(Choice::mediaType)
                .orElse(offered.get(0));
    }

    private static Optional<Choice> deciding(String mediaType, List<MediaRange> ranges) {
        return ranges.stream()
                .filter(range -> range.matches(mediaType))
                .max(Comparator.comparingInt(MediaRange::specificity))
                .map(range -> new Choice(mediaType, range, ranges.indexOf(range)));
    }
}
