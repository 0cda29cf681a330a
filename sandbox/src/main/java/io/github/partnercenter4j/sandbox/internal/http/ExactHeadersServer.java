package io.github.partnercenter4j.sandbox.internal.http;

import com.github.tomakehurst.wiremock.common.JettySettings;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import wiremock.org.eclipse.jetty.io.NetworkTrafficListener;
import wiremock.org.eclipse.jetty.server.HttpConfiguration;
import wiremock.org.eclipse.jetty.server.ServerConnector;

/**
 * WireMock's server, reading header values as they were sent. By default Jetty takes a value for one that came earlier on
 * the same connection if the two differ in case only: a token in another case would pass, an id would come back changed.
 */
public final class ExactHeadersServer extends Jetty11HttpServer {

    public ExactHeadersServer(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
        super(options, admin, stubs);
    }

    @Override
    protected ServerConnector createHttpConnector(
            String bindAddress, int port, JettySettings settings, NetworkTrafficListener listener) {
        ServerConnector connector = super.createHttpConnector(bindAddress, port, settings, listener);
        connector.getBeans(HttpConfiguration.ConnectionFactory.class).forEach(factory -> factory.getHttpConfiguration()
                .setHeaderCacheCaseSensitive(true));
        return connector;
    }
}
