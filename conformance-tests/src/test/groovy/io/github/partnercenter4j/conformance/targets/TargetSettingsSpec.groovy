package io.github.partnercenter4j.conformance.targets

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Settings are read from system properties, and never show the token. */
class TargetSettingsSpec extends Specification {
    @TempDir
    Path folder

    def 'the token is read from the file without its line end, and is not shown'() {
        given:
        def file = Files.writeString(folder.resolve('token'), 'canary-4711\n')

        when:
        def settings = TargetSettings.of(properties(baseUrl: 'https://example.com/', tokenFile: file, customer: 'c', order: 'o'))

        then:
        settings.token == 'canary-4711'
        settings.toString() == 'https://example.com'
    }

    def 'a target needs #missing'() {
        given:
        def all = [baseUrl: 'https://example.com', tokenFile: Files.writeString(folder.resolve('token'), 't'), customer: 'c', order: 'o']
        all.remove(missing)

        when:
        TargetSettings.of(properties(all))

        then:
        def e = thrown(IllegalArgumentException)
        e.message.startsWith("A target needs -Dconformance.$missing=")

        where:
        missing << ['baseUrl', 'tokenFile', 'customer', 'order']
    }

    def 'a token is never sent in clear text, except to this machine: #baseUrl'() {
        when:
        new TargetSettings(baseUrl, 't', 'c', 'o')

        then:
        def e = thrown(IllegalArgumentException)
        e.message.contains('in clear text')

        where:
        baseUrl << ['http://192.0.2.1', 'ftp://127.0.0.1', 'http://192.0.2.1:443/v1']
    }

    def 'the message names a token file that does not exist'() {
        when:
        TargetSettings.of(properties(baseUrl: 'https://example.com', tokenFile: '/no/such/file', customer: 'c', order: 'o'))

        then:
        def e = thrown(IllegalArgumentException)
        e.message.contains('/no/such/file')
    }

    private static Properties properties(Map<String, Object> values) {
        def properties = new Properties()
        values.each { name, value -> properties.setProperty('conformance.' + name, value.toString()) }
        properties
    }
}
