package io.github.partnercenter4j.client.entra

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
}
