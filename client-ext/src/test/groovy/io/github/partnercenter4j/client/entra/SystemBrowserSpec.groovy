package io.github.partnercenter4j.client.entra

import io.github.partnercenter4j.client.CredentialException
import spock.lang.Requires
import spock.lang.Specification

class SystemBrowserSpec extends Specification {

    def 'on #os the page is opened with #command'(String os, List<String> command) {
        expect:
        new SystemBrowser(os).command(URI.create('https://login.example/?a=b&c=%20')) == command + 'https://login.example/?a=b&c=%20'

        where:
        os           || command
        'Linux'      || ['xdg-open']
        'FreeBSD'    || ['xdg-open']
        'Mac OS X'   || ['open']
        'Windows 11' || ['rundll32', 'url.dll,FileProtocolHandler']
    }

    @Requires({ os.linux || os.macOs })
    def 'a browser command that #does is an error: #failed'(String does, List<String> command) {
        when:
        def failure = failure { SystemBrowser.run(command) }

        then:
        (failure != null) == failed
        failure == null || failure.message == 'No token: no browser can be opened on this machine. What to do: sign in by device code'
        (failure?.cause != null) == missing

        where:
        does                 | command                       || failed | missing
        'succeeds'           | ['true']                      || false  | false
        'fails'              | ['false']                     || true   | false
        'is missing'         | ['/no/such/xdg-open']         || true   | true
        'asks for something' | ['sh', '-c', 'read something'] || true   | false
    }

    @Requires({ os.linux || os.macOs })
    def 'an interrupt ends the wait for the command, and the flag is set again'() {
        when:
        Thread.currentThread().interrupt()
        def failure = failure { SystemBrowser.run(['sleep', '3']) }

        then:
        Thread.interrupted()
        failure.message == 'No token: interrupted while opening the browser'
    }

    private static CredentialException failure(Closure<?> action) {
        try {
            action()
            null
        } catch (CredentialException e) {
            e
        }
    }
}
