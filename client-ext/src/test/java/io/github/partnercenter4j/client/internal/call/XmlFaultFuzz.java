package io.github.partnercenter4j.client.internal.call;

/** A target of the profile fuzz: the body of an error, in XML. */
public final class XmlFaultFuzz {
    private XmlFaultFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        BodyFuzz.read(400, "application/xml", data);
    }
}
