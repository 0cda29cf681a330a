/** A simulated Partner Center to test against. */
module io.github.partnercenter4j.sandbox {
    // WireMock and swagger-parser are used from the class path; ClassPathLibraries says why.
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.yaml;
    requires java.xml;
    requires jdk.httpserver;
    requires org.yaml.snakeyaml;
    requires transitive org.jspecify;
    // Only tests that use SandboxExtension need JUnit.
    requires static org.junit.jupiter.api;

    exports io.github.partnercenter4j.sandbox;
    exports io.github.partnercenter4j.sandbox.spec;
    exports io.github.partnercenter4j.sandbox.token;
    exports io.github.partnercenter4j.sandbox.wire;

    // Jackson reads the orders file into records of this package.
    opens io.github.partnercenter4j.sandbox.internal.order to
            com.fasterxml.jackson.databind;
}
