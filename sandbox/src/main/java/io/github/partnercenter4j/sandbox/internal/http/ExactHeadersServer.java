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
 * WireMock's server, which reads header values exactly as they were sent. By default, Jetty replaces a value by an earlier value
 * of the same connection that differs only in case: a token in another case would be accepted, and an id changed.
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
