package io.github.partnercenter4j.sandbox.page

import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.RawClient

/** Who gets the page and what it loads, and what browsers may do with it. */
class PageAccessSpec extends SandboxPageSpecification {

    def "at / a client that accepts #accept gets #kind"(String accept, String kind) {
        when:
        def response = sandbox.get('/', [Accept: accept])

        then:
        response.statusCode() == (kind == 'text/html' ? 200 : 404)
        response.headers().firstValue('Content-Type').get() == "$kind; charset=utf-8"

        where:
        accept                                 || kind
        CHROME                                 || 'text/html'
        'text/html'                            || 'text/html'
        'TEXT/HTML'                            || 'text/html'
        'text/html, application/json'          || 'text/html'
        'application/json, text/html'          || 'application/json'
        'application/json, text/html;q=0.9'    || 'application/json'
        'application/xml, text/html;q=0.1'     || 'application/xml'
        'text/html;q=0'                        || 'application/json'
        'application/json'                     || 'application/json'
        'text/xml'                             || 'text/xml'
        '*/*'                                  || 'application/json'
        null                                   || 'application/json'
    }

    def "only GET of / is the page: #method #path"(String method, String path) {
        expect:
        sandbox.send(method, path, [Accept: CHROME]).statusCode() == 404

        where:
        method | path
        'POST' | '/'
        'PUT'  | '/'
        'GET'  | '/v1'
        'GET'  | '/index.html'
    }

    def "the page and what it loads are no requests of the service"() {
        given:
        def running = PartnerCenterSandbox.start()
        def get = { path, accept -> RawClient.get(running.baseUrl() + path, [Accept: accept]) }

        when:
        ['/', '/?find=x', '/_sandbox/page.js', '/_sandbox/swagger-ui-bundle.js', '/_sandbox/openapi.json', '/_sandbox/nothing', '/_sandbox/status'].each { get(it, CHROME) }

        then:
        running.requests().count() == 0
        running.requests().all() == []
        def html = new String(get('/', CHROME).body(), 'UTF-8')
        html.contains("<code>${running.baseUrl()}</code>")
        html.contains('None yet.')
        html.contains('Quota: 0 of 500')
        get('/', 'application/json').statusCode() == 404
        running.requests().count() == 1
        new String(get('/', CHROME).body(), 'UTF-8').contains('<code>GET /</code>')

        when:
        running.reset()

        then:
        new String(get('/', CHROME).body(), 'UTF-8').contains('None yet.')

        cleanup:
        running.close()
    }

    def "what the page loads is there, and no browser keeps or frames it: #path"(String path, String type) {
        when:
        def response = sandbox.get(path, [Accept: CHROME])

        then:
        response.statusCode() == 200
        response.headers().firstValue('Content-Type').get() == type
        response.headers().firstValue('Cache-Control').get() == 'no-store'
        response.headers().firstValue('X-Frame-Options').get() == 'DENY'
        response.headers().firstValue('X-Content-Type-Options').get() == 'nosniff'
        response.headers().firstValue('Cross-Origin-Resource-Policy').get() == 'same-origin'
        def policy = response.headers().firstValue('Content-Security-Policy').get()
        policy.startsWith("default-src 'none'; script-src 'self';")
        policy.contains("frame-ancestors 'none'")
        response.body().length > 100

        where:
        path                            | type
        '/'                             | 'text/html; charset=utf-8'
        '/_sandbox/page.css'            | 'text/css; charset=utf-8'
        '/_sandbox/page.js'             | 'text/javascript; charset=utf-8'
        '/_sandbox/icon.svg'            | 'image/svg+xml'
        '/_sandbox/swagger-ui.css'      | 'text/css; charset=utf-8'
        '/_sandbox/swagger-ui-bundle.js' | 'text/javascript; charset=utf-8'
        '/_sandbox/openapi.json'        | 'application/json'
    }

    def "the page has no inline script, no address of another host, and no file outside its folder is served"() {
        expect:
        page().findAll(/<script[^>]*>[^<]/) == []
        page().findAll(/(?:src|href)="(?!\/)[^"]*"/) == []
        page().findAll(/ on\w+=/) == []
        ['page/Html.class', '../page/page.js', '%2e%2e/page.js', 'Html.class', ''].every {
            sandbox.get('/_sandbox/' + it, [Accept: CHROME]).statusCode() == 404
        }
    }

    def "another method than #allowed gets a 405 that says so: #method #path"(String method, String path, String allowed) {
        when:
        def response = sandbox.send(method, path, [:])

        then:
        response.statusCode() == 405
        response.headers().firstValue('Allow').get() == allowed

        where:
        method   | path                | allowed
        'POST'   | '/_sandbox/page.js' | 'GET'
        'DELETE' | '/_sandbox/page.js' | 'GET'
        'PUT'    | '/_sandbox/status'  | 'POST'
    }
}
