package io.github.partnercenter4j.client.behavior

import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.DecodingException
import io.github.partnercenter4j.client.ServiceException
import io.github.partnercenter4j.client.TransportException
import io.github.partnercenter4j.client.UnexpectedStatusException
import io.github.partnercenter4j.testing.Leaks
import spock.lang.Specification

/** No secret shows in what the client throws, returns, prints, logs at the finest level, or tells Micrometer. */
class SecrecySpec extends Specification {
    def 'no secret shows anywhere, however a call ends'() {
        when:
        def said = RecordedLogs.during { LoggedCalls.run() }

        then: 'much was said'
        [CredentialException, DecodingException, IllegalArgumentException, ServiceException, TransportException, UnexpectedStatusException].every { type -> said.any { it.startsWith("$type.name: ") } }
        said.count { it.startsWith('FINE io.github.partnercenter4j.client GET ') } >= 20
        said.any { it.contains('org.apache.hc.client5') }
        said.any { it.startsWith('partnercenter.client ') }
        said.any { it.contains('AccessToken[value=***') }
        said.any { it.contains('EntraCredential[') }

        and: 'nothing of this'
        said.collectMany { Leaks.found(it) } == []
    }
}
