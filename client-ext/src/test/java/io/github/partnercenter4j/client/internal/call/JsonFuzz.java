package io.github.partnercenter4j.client.internal.call;

/** A target of the profile fuzz: a body of JSON. */
public final class JsonFuzz {
    private JsonFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        BodyFuzz.read(200, "application/json", data);
    }
}
