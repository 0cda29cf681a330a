package io.github.partnercenter4j.benchmarks;

import io.github.partnercenter4j.client.Format;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The code that is measured. {@link #BY_HAND} is the baseline of the ratios. */
enum Subject {
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
    },
    BY_HAND_JDK {
        @Override
        StatusCall open(String baseUrl, Format format) {
            return new JdkCall(baseUrl, format);
        }
    },
    FLOOR {
        @Override
        StatusCall open(String baseUrl, Format format) {
            return new FloorCall(baseUrl, format);
        }
    },
    STOCK_FEIGN_HC5 {
        @Override
        StatusCall open(String baseUrl, Format format) {
            return StockFeignCall.onHttpClient5(baseUrl);
        }
    },
    STOCK_FEIGN {
        @Override
        StatusCall open(String baseUrl, Format format) {
            return StockFeignCall.onDefaultClient(baseUrl);
        }
    },
    STOCK_NATIVE {
        @Override
        StatusCall open(String baseUrl, Format format) {
            return new StockNativeCall(baseUrl);
        }
    },
    STOCK_OKHTTP_GSON {
        @Override
        StatusCall open(String baseUrl, Format format) {
            return new StockOkHttpCall(baseUrl);
        }
    },
    STOCK_RESTCLIENT {
        @Override
        StatusCall open(String baseUrl, Format format) {
            return new StockRestClientCall(baseUrl);
        }
    };

    abstract StatusCall open(String baseUrl, Format format);

    /** Returns the subjects that can decode a format. The models of the stock templates cannot decode XML. */
    static List<Subject> of(Format format) {
        return Arrays.stream(values())
                .filter(subject -> format == Format.JSON || !subject.isStock())
                .toList();
    }

    boolean isStock() {
        return name().startsWith("STOCK_");
    }

    /** Returns the name in the summary. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
