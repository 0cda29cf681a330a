package io.github.partnercenter4j.client.internal.call;

/** A target of the profile fuzz: the body of an error, in JSON. */
public final class JsonFaultFuzz {
    private JsonFaultFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        BodyFuzz.read(400, "application/json", data);
    }
}
