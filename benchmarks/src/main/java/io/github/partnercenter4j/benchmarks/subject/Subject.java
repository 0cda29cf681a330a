package io.github.partnercenter4j.benchmarks.subject;

import io.github.partnercenter4j.client.Format;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The code that is measured. {@link #BY_HAND} is the baseline of the ratios. */
public enum Subject {
    OURS {
        @Override
        public StatusCall open(String baseUrl, Format format) {
            return new ClientCall(baseUrl, format);
        }
    },
    BY_HAND {
        @Override
        public StatusCall open(String baseUrl, Format format) {
            return new HandWrittenCall(baseUrl, format);
        }
    },
    BY_HAND_JDK {
        @Override
        public StatusCall open(String baseUrl, Format format) {
            return new JdkCall(baseUrl, format);
        }
    },
    FLOOR {
        @Override
        public StatusCall open(String baseUrl, Format format) {
            return new FloorCall(baseUrl, format);
        }
    },
    STOCK_FEIGN_HC5 {
        @Override
        public StatusCall open(String baseUrl, Format format) {
            return StockFeignCall.onHttpClient5(baseUrl);
        }
    },
    STOCK_FEIGN {
        @Override
        public StatusCall open(String baseUrl, Format format) {
            return StockFeignCall.onDefaultClient(baseUrl);
        }
    },
    STOCK_NATIVE {
        @Override
        public StatusCall open(String baseUrl, Format format) {
            return new StockNativeCall(baseUrl);
        }
    },
    STOCK_OKHTTP_GSON {
        @Override
        public StatusCall open(String baseUrl, Format format) {
            return new StockOkHttpCall(baseUrl);
        }
    },
    STOCK_RESTCLIENT {
        @Override
        public StatusCall open(String baseUrl, Format format) {
            return new StockRestClientCall(baseUrl);
        }
    };

    public abstract StatusCall open(String baseUrl, Format format);

    /** Returns the subjects that can decode a format. The models of the stock templates cannot decode XML. */
    public static List<Subject> of(Format format) {
        return Arrays.stream(values())
                .filter(subject -> format == Format.JSON || !subject.isStock())
                .toList();
    }

    public boolean isStock() {
        return name().startsWith("STOCK_");
    }

    /** Returns the name in the summary. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
