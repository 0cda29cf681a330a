package io.github.partnercenter4j.benchmarks;

import io.github.partnercenter4j.client.Format;
import java.util.Locale;

/** The code that is measured. {@link #BY_HAND} is the baseline of the ratios. */
public enum Subject {
    OURS {
        @Override
        StatusCall open(String baseUrl, Format format) {
            return new ClientCall(baseUrl, format);
        }
    },
    BY_HAND {
        @Override
        StatusCall open(String baseUrl, Format format) {
            return new HandWrittenCall(baseUrl, format);
        }
    };

    abstract StatusCall open(String baseUrl, Format format);

    /** Returns the name in the summary. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
