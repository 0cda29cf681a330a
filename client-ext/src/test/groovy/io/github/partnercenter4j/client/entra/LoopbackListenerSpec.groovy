package io.github.partnercenter4j.client.entra

import io.github.partnercenter4j.client.RunningCall
import java.nio.charset.StandardCharsets
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Only the redirect of the authorization server ends a sign-in by browser. */
class LoopbackListenerSpec extends Specification {
    static final String STATE = 'the-state'
    static final Map<String, String> IGNORED = [
            'no parameters':               'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n',
            'the icon of a page':          'GET /favicon.ico HTTP/1.1\r\nHost: localhost\r\n\r\n',
            'no state':                    'GET /?code=s3cret HTTP/1.1\r\nHost: localhost\r\n\r\n',
            'an empty state':              'GET /?code=s3cret&state= HTTP/1.1\r\nHost: localhost\r\n\r\n',
            'another state':               'GET /?code=s3cret&state=other HTTP/1.1\r\nHost: localhost\r\n\r\n',
            'an error with another state': 'GET /?error=access_denied&state=other HTTP/1.1\r\nHost: localhost\r\n\r\n',
            'two states':                  "GET /?code=s3cret&state=$STATE&state=x HTTP/1.1\r\nHost: a\r\n\r\n",
            'no code':                     "GET /?state=$STATE HTTP/1.1\r\nHost: localhost\r\n\r\n",
            'an empty code':               "GET /?state=$STATE&code= HTTP/1.1\r\nHost: localhost\r\n\r\n",
            'a bad encoding':              "GET /?code=%zz&state=$STATE HTTP/1.1\r\nHost: localhost\r\n\r\n",
            'another path':                "GET /other?code=s3cret&state=$STATE HTTP/1.1\r\nHost: localhost\r\n\r\n",
            'PUT':                         "PUT /?code=s3cret&state=$STATE HTTP/1.1\r\nHost: localhost\r\n\r\n",
            'HEAD':                        "HEAD /?code=s3cret&state=$STATE HTTP/1.1\r\nHost: localhost\r\n\r\n",
            'OPTIONS':                     "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n",
            'nonsense':                    'nonsense\r\n\r\n',
            'a form without a state':      post('/', 'error=access_denied'),
            'a form with another state':   post('/', "code=s3cret&state=${STATE}x"),
            'a form of 1 MB':              post('/', 'x' * 1_000_000),
            'a form to another path':      post('/callback', "code=s3cret&state=$STATE")
    ]

    @AutoCleanup
    LoopbackListener listener = new LoopbackListener(STATE)

    def 'the redirect is received as #what'(String what, String request, Map<String, String> parameters) {
        when:
        def response = send(request)

        then:
        response.startsWith('HTTP/1.1 200 ')
        response.contains(page)
        response.contains('no-store')
        listener.await() == parameters

        where:
        what                       | request                                                                        || parameters                                                    | page
        'a form'                   | post('/', "code=s3cret%2Bx&state=$STATE")                                      || [code: 's3cret+x', state: STATE]                              | 'You are signed in.'
        'a query'                  | "GET /?state=$STATE&code=s3cret HTTP/1.1\r\nHost: localhost\r\n\r\n"           || [code: 's3cret', state: STATE]                                | 'You are signed in.'
        'a query with more'        | "GET /?code=s3cret&state=$STATE&session_state=x HTTP/1.1\r\nHost: a\r\n\r\n"   || [code: 's3cret', state: STATE, session_state: 'x']            | 'You are signed in.'
        'an error'                 | post('/', "error=access_denied&error_description=a+b&state=$STATE")            || [error: 'access_denied', error_description: 'a b', state: STATE] | 'You are not signed in.'
    }

    def 'a request that is not the redirect is ignored: #what'(String what, String request) {
        when:
        def response = send(request)

        then:
        response.startsWith(status)
        !response.contains('signed in.')

        when: 'the redirect comes later'
        send(post('/', "code=s3cret&state=$STATE"))

        then:
        listener.await().code == 's3cret'

        where:
        [what, request] << IGNORED.collect { [it.key, it.value] }
        // Java's HTTP server refuses some of them itself.
        status = what in ['a bad encoding', 'OPTIONS', 'nonsense'] ? 'HTTP/1.1 4' : 'HTTP/1.1 404'
    }

    def 'connections that send #what do not hold up the redirect'(String what, String sent) {
        given:
        def open = (1..50).collect { new Socket(InetAddress.loopbackAddress, port) }
        open.each {
            it.outputStream.write(sent.bytes)
            it.outputStream.flush()
        }

        when:
        send(post('/', "code=s3cret&state=$STATE"))

        then:
        listener.await().code == 's3cret'

        cleanup:
        open*.close()

        where:
        what             | sent
        'nothing'        | ''
        'half a line'    | 'GET /?code='
        'half a request' | 'GET / HTTP/1.1\r\nHost:'
        'half a body'    | "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\ncode=s3cret"
    }

    def 'only a loopback address is bound, and nothing after the end'() {
        given:
        def bound = listener.server.address
        def others = NetworkInterface.networkInterfaces().toList().collectMany { it.inetAddresses.toList() }.findAll { !it.loopbackAddress }

        expect:
        bound.address.loopbackAddress
        listener.redirectUri() == URI.create("http://localhost:$bound.port")
        others.every { !listens(it, bound.port) }
        listens(bound.address, bound.port)

        when:
        listener.close()

        then:
        !listens(bound.address, bound.port)
    }

    def 'no page is kept by the browser, or tells another site where it came from: #request'() {
        when:
        def head = send(request).split('\r\n\r\n')[0].toLowerCase(Locale.ROOT)

        then:
        head.contains('content-type: text/html; charset=utf-8')
        head.contains('cache-control: no-store')
        head.contains('referrer-policy: no-referrer')

        where:
        request << ["GET /?state=$STATE&error=x HTTP/1.1\r\nHost: localhost\r\n\r\n", 'GET /favicon.ico HTTP/1.1\r\nHost: localhost\r\n\r\n']
    }

    def 'the threads do not keep the program alive, and end with the listener'() {
        given:
        send('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
        def threads = Thread.allStackTraces.keySet().findAll { it.name == 'partnercenter4j-redirect' }

        expect:
        !threads.empty
        threads.every { it.daemon }

        when:
        listener.close()
        threads.each { it.join(300_000) }

        then:
        threads.every { !it.alive }
    }

    def 'an interrupt ends the wait'() {
        given:
        def running = new RunningCall('platform', { listener.await() })
        running.awaitIn('await')

        when:
        running.thread.interrupt()

        then:
        running.failure() instanceof InterruptedException
    }

    private int getPort() {
        listener.redirectUri().port
    }

    private String send(String request) {
        new Socket(InetAddress.loopbackAddress, port).withCloseable {
            try {
                it.outputStream.write(request.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n').getBytes(StandardCharsets.UTF_8))
                it.outputStream.flush()
                it.inputStream.getText('UTF-8')
            } catch (SocketException ignored) {
                // The rest of a body that is too large is not read, and the connection is closed, perhaps before all is sent.
                'HTTP/1.1 404'
            }
        }
    }

    private static String post(String path, String form) {
        "POST $path HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${form.length()}\r\n\r\n$form"
    }

    private static boolean listens(InetAddress address, int port) {
        try {
            new Socket().withCloseable { it.connect(new InetSocketAddress(address, port), 2000) }
            true
        } catch (IOException ignored) {
            false
        }
    }
}
