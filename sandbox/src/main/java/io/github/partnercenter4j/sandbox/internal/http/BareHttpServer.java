package io.github.partnercenter4j.sandbox.internal.http;

import com.github.tomakehurst.wiremock.common.JettySettings;
import com.github.tomakehurst.wiremock.common.Notifier;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.RequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty.JettyHttpUtils;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpUtils;
import com.github.tomakehurst.wiremock.servlet.MultipartRequestConfigurer;
import com.github.tomakehurst.wiremock.servlet.WireMockHandlerDispatchingServlet;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.http.HttpFields;
import wiremock.org.eclipse.jetty.io.NetworkTrafficListener;
import wiremock.org.eclipse.jetty.server.Handler;
import wiremock.org.eclipse.jetty.server.HttpConfiguration;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.ServerConnector;
import wiremock.org.eclipse.jetty.server.handler.ErrorHandler;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;
import wiremock.org.eclipse.jetty.servlet.ServletContextHandler;
import wiremock.org.eclipse.jetty.servlet.ServletHolder;

/**
 * WireMock's server with two changes. It has no administration pages and serves no files: everybody on this machine, and every
 * web page, could use them. And it reads header values exactly as they were sent. By default, Jetty replaces a value by an
 * earlier value of the same connection that differs only in case: a token in another case would be accepted, and an id changed.
 */
public final class BareHttpServer extends Jetty11HttpServer {

    public BareHttpServer(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
        super(options, admin, stubs);
    }

    /** Called by the constructor of the superclass. */
    @Override
    protected Handler createHandler(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
        ServletContextHandler context = new ServletContextHandler(jettyServer, "/");
        context.setAttribute(JettyHttpUtils.class.getName(), new Jetty11HttpUtils());
        context.setAttribute(StubRequestHandler.class.getName(), stubs);
        context.setAttribute(Notifier.KEY, options.notifier());
        context.setAttribute(ChunkedEncodingPolicy.class.getName(), options.getChunkedEncodingPolicy());
        context.setAttribute(MultipartRequestConfigurer.KEY, buildMultipartRequestConfigurer());
        ServletHolder servlet = context.addServlet(WireMockHandlerDispatchingServlet.class, "/");
        servlet.setInitParameter(RequestHandler.HANDLER_CLASS_KEY, StubRequestHandler.class.getName());
        jettyServer.setErrorHandler(new NoErrorPage());
        return new ConnectRefusal(context);
    }

    /** Leaves the body empty where Jetty cannot read a request. Its own page shows what it is, and where in WireMock it failed. */
    private static final class NoErrorPage extends ErrorHandler {

        @Override
        public void handle(String target, Request request, HttpServletRequest servlet, HttpServletResponse response) {
            // Nothing is written.
        }

        @Override
        public @Nullable ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
            return null;
        }
    }

    /** Refuses CONNECT. WireMock would pretend that it had opened a tunnel. */
    private static final class ConnectRefusal extends HandlerWrapper {

        private ConnectRefusal(Handler next) {
            setHandler(next);
        }

        @Override
        public void handle(String target, Request request, HttpServletRequest servlet, HttpServletResponse response)
                throws IOException, ServletException {
            if (servlet.getMethod().equals("CONNECT")) {
                response.setHeader("Connection", "close");
                response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
                request.setHandled(true);
            } else {
                super.handle(target, request, servlet, response);
            }
        }
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
