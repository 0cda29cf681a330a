/** The client of Partner Center's order provisioning status. */
module io.github.partnercenter4j.client {
    requires transitive io.github.partnercenter4j.generated;
    requires transitive org.jspecify;
    requires com.ctc.wstx;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.xml;
    requires com.fasterxml.jackson.datatype.jsr310;
    requires feign.core;
    // MSAL needs it, and has no descriptor to say so.
    requires com.azure.json;
    requires com.microsoft.aad.msal4j;
    requires java.xml;
    // MSAL listens with it for the browser that comes back.
    requires jdk.httpserver;
    // HttpClient 5 looks for jdk.net.Sockets, and fails in a named module where it is not resolved.
    requires jdk.net;
    requires org.apache.httpcomponents.client5.httpclient5;
    requires org.apache.httpcomponents.core5.httpcore5;
    requires org.codehaus.stax2;
    requires org.slf4j;
    // Only who has MicrometerObserver observe calls needs Micrometer.
    requires static micrometer.observation;

    exports io.github.partnercenter4j.client;
    exports io.github.partnercenter4j.client.entra;
    exports io.github.partnercenter4j.client.orders;
}
