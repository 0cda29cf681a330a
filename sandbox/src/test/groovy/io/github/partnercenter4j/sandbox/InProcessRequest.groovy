package io.github.partnercenter4j.sandbox

import com.github.tomakehurst.wiremock.http.Cookie
import com.github.tomakehurst.wiremock.http.ImmutableRequest
import com.github.tomakehurst.wiremock.http.QueryParameter
import com.github.tomakehurst.wiremock.http.Request
import com.github.tomakehurst.wiremock.http.RequestMethod

/** A request for the service of a sandbox that came over no connection. */
class InProcessRequest implements Request {

    @Delegate(interfaces = false)
    private final ImmutableRequest request

    InProcessRequest(String method, String target, Map<String, ?> headers = [:], byte[] body = new byte[0]) {
        request = ImmutableRequest.create().withAbsoluteUrl(target.startsWith('/') ? "http://${headers.Host ?: 'localhost'}$target" : target)
            .withMethod(RequestMethod.fromString(method)).withHeaders(InProcessSandbox.sent(headers)).withBody(body).build()
    }

    @Override
    QueryParameter queryParameter(String name) {
        request.queryParameter(name) ?: QueryParameter.absent(name)
    }

    @Override
    Map<String, Cookie> getCookies() {
        def cookies = request.header('Cookie')
        cookies.present ? cookies.firstValue().split('; ').collectEntries { it.split('=', 2).with { [it[0], new Cookie([it[1]])] } } : [:]
    }
}
