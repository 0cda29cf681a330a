package io.github.partnercenter4j.sandbox.internal.http;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** Compresses a body with gzip if the request accepts it (RFC 9110, section 12.5.3). */
public final class ContentCoding {

    private static final Pattern GZIP = Pattern.compile("(^|[, ])gzip *($|,|;(?! *q=0(\\.0*)? *($|,)))");

    private ContentCoding() {}

    public static boolean offersGzip(Request request) {
        HttpHeader offered = request.header("Accept-Encoding");
        return offered.isPresent()
                && GZIP.matcher(String.join(",", offered.values())).find();
    }

    public static byte[] gzip(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
