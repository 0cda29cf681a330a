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
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The README's table of what can go wrong says what the client does. */
class ErrorTableSpec extends Specification {
    /** The first two cells of each row. */
    static final List<List<String>> ROWS = Files.readString(Path.of('../README.md')).readLines()
            .dropWhile { !it.startsWith('| answer | exception |') }.drop(2)
            .takeWhile { it.startsWith('|') }
            .collect { it.split(/\|/)*.trim()[1, 2] }

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
        [answer, status, code, exception] << ROWS.collectMany { answer, exception ->
            def code = (answer =~ /\b\d{5,6}\b/).collect() ?: [null]
            [statuses(answer), code].combinations().collect { status, text -> [answer, status, text, exception] }
        }
        padding = answer.contains('over the limit') ? ' ' * 10_001 : ''
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

    /** The statuses that an answer is described by; for a range its ends, for a class of them some of it. */
    private static List<Integer> statuses(String answer) {
        if (answer.startsWith('any other')) {
            return [402, 405, 409, 417, 600]
        }
        (answer =~ /\b[2-5](\d\d|xx)\b/).collect { it[0].replace('xx', '02') as int }
    }
}
