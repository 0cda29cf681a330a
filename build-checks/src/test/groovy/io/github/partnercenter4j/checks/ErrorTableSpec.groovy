package io.github.partnercenter4j.checks

import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.DecodingException
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.client.PartnerCenterException
import io.github.partnercenter4j.client.ServiceException
import io.github.partnercenter4j.client.TransportException
import io.github.partnercenter4j.testing.Literals
import io.github.partnercenter4j.testing.StubServer
import java.nio.file.Files
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The tables of exceptions in the README and the guide say what the client does. */
class ErrorTableSpec extends Specification {
    private static final List<List<String>> ROWS = rows('docs/guide/errors-and-retries.md')
    private static final List<List<String>> FIRST = rows('README.md')

    @Shared
    @AutoCleanup
    StubServer server = new StubServer()

    @Shared
    @AutoCleanup
    PartnerCenter partnerCenter = PartnerCenter.builder().baseUrl(server.baseUrl).credential(Credential.ofToken('t'))
            .maxBodyBytes(10_000).options { it.maxRetries(0) }.build()

    def '#status with the code #code ends as #exception'() {
        given:
        def body = code ? /{"code":"$code","description":"d"}/ : status == 200 ? '<html/>' : ''
        server.respond(status, status == 200 ? 'text/html' : 'application/json', (body + padding).getBytes('UTF-8'))

        when:
        partnerCenter.orders().getProvisioningStatus(Literals.CUSTOMER, Literals.ORDER)

        then:
        def e = thrown(PartnerCenterException)
        exception == "`${e.class.simpleName}`" + (e.metaClass.respondsTo(e, 'kind') ? " `${e.kind()}`" : '')

        where:
        [response, status, code, exception] << (ROWS + FIRST).unique().collectMany { response, exception ->
            def code = (response =~ /\b\d{5,6}\b/).collect() ?: [null]
            [statuses(response), code].combinations().collect { status, text -> [response, status, text, exception] }
        }
        padding = response.contains('over the limit') ? ' ' * 10_001 : ''
    }

    def 'every kind of #exception has a row'() {
        expect:
        exception.classes.find { it.simpleName == 'Kind' }.enumConstants
                .every { kind -> ROWS.any { it[1] == "`${exception.simpleName}` `$kind`" } }

        where:
        exception << [CredentialException, ServiceException, TransportException, DecodingException]
    }

    def 'every exception of the closed list has a row'() {
        expect:
        PartnerCenterException.permittedSubclasses*.simpleName as Set == ROWS.collect { (it[1] =~ /`(\w+)`/)[0][1] } as Set
    }

    def 'the README shows rows of the guide'() {
        expect:
        FIRST
        FIRST.every { it in ROWS }
    }

    /** The first two cells of each row. */
    private static List<List<String>> rows(String page) {
        Files.readString(Repository.ROOT.resolve(page)).readLines()
                .dropWhile { !it.startsWith('| response | exception |') }.drop(2)
                .takeWhile { it.startsWith('|') }
                .collect { it.split(/\|/)*.trim()[1, 2] }
    }

    /** The statuses that a cell describes; the ends of a range, and one of a class such as 3xx. */
    private static List<Integer> statuses(String response) {
        if (response.startsWith('any other')) {
            return [402, 405, 409, 417, 600]
        }
        (response =~ /\b[2-5](\d\d|xx)\b/).collect { it[0].replace('xx', '02') as int }
    }
}
