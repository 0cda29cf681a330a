package io.github.partnercenter4j.client.internal.call;

/** A target of the profile fuzz: a body of XML. */
public final class XmlFuzz {
    private XmlFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        BodyFuzz.read(200, "application/xml", data);
    }
}
