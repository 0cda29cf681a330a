package io.github.partnercenter4j.benchmarks;

import io.github.partnercenter4j.client.Format;
import java.util.Locale;

/** What is measured. {@link #BY_HAND} is what the ratios are to. */
public enum Subject {
    OURS {
        @Override
        StatusCall open(String baseUrl, Format format) {
            return new OurCall(baseUrl, format);
        }
    },
    BY_HAND {
        @Override
        StatusCall open(String baseUrl, Format format) {
            return new CallByHand(baseUrl, format);
        }
    };

    abstract StatusCall open(String baseUrl, Format format);

    /** As it stands in the summary. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
