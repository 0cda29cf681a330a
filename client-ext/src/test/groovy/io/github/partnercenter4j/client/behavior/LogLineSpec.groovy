package io.github.partnercenter4j.client.behavior

import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/** Compares the log line of a call with the one that docs/guide/observability.md shows. */
class LogLineSpec extends Specification {
    private static final String PREFIX = 'FINE io.github.partnercenter4j.client '

    def 'a call logs the line that the guide shows'() {
        given:
        def shown = (Files.readString(Path.of('../docs/guide/observability.md')) =~ /(?s)```\n(.*?)\n```/)[0][1]
        def sandbox = PartnerCenterSandbox.start()
        def partnerCenter = PartnerCenter.builder().baseUrl(sandbox.baseUrl()).credential(Credential.ofToken(sandbox.token())).build()

        when:
        def logged = RecordedLogs.during {
            partnerCenter.orders().getProvisioningStatus(sandbox.customerId(), sandbox.orderId())
            []
        }

        then:
        logged.findAll { it.startsWith(PREFIX) }.collect { withoutWhatVaries(it.substring(PREFIX.length()).trim()) } == [withoutWhatVaries(shown)]

        cleanup:
        partnerCenter.close()
        sandbox.close()
    }

    /** The guide shortens each id after four characters. */
    private static String withoutWhatVaries(String line) {
        line.replaceAll(/[0-9a-f]{4}(…|[0-9a-f]{4}(-[0-9a-f]{4}){3}-[0-9a-f]{12})/, 'ID').replaceAll(/\d+ ms/, 'N ms')
    }
}
