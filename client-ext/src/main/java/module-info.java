/** The client of Partner Center's order provisioning status. */
@SuppressWarnings("module")
module io.github.partnercenter4j.client {
    requires transitive io.github.partnercenter4j.generated;
    requires transitive org.jspecify;
    requires com.ctc.wstx;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.xml;
    requires com.fasterxml.jackson.datatype.jsr310;
    requires feign.core;
    // Needed by MSAL, which has no module descriptor.
    requires com.azure.json;
    requires com.microsoft.aad.msal4j;
    requires java.xml;
    // Receives the redirect of the browser.
    requires jdk.httpserver;
    // HttpClient 5 loads jdk.net.Sockets, and fails in a named module if that is not resolved.
    requires jdk.net;
    requires org.apache.httpcomponents.client5.httpclient5;
    requires org.apache.httpcomponents.core5.httpcore5;
    requires org.codehaus.stax2;
    requires org.slf4j;
    // Only needed at run time by users of MicrometerObserver.
    requires static micrometer.observation;

    exports io.github.partnercenter4j.client;
    exports io.github.partnercenter4j.client.entra;
    exports io.github.partnercenter4j.client.orders;
    // The starter for Spring Boot reads secrets by the same rule. It is not there when this module is compiled.
    exports io.github.partnercenter4j.client.internal.environment to
            io.github.partnercenter4j.spring;
}
