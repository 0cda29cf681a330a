package io.github.partnercenter4j.client.behavior

import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.DecodingException
import io.github.partnercenter4j.client.ServiceException
import io.github.partnercenter4j.client.TransportException
import io.github.partnercenter4j.client.UnexpectedStatusException
import io.github.partnercenter4j.testing.Leaks
import spock.lang.Specification

/** Nothing that the client throws, returns, prints, logs at any level or reports to Micrometer contains a secret. */
class SecrecySpec extends Specification {
    def 'no output contains a secret, however a call ends'() {
        when:
        def said = RecordedLogs.during { LoggedCalls.run() }

        then: 'there is output of every kind'
        [CredentialException, DecodingException, IllegalArgumentException, ServiceException, TransportException, UnexpectedStatusException].every { type -> said.any { it.startsWith("$type.name: ") } }
        said.count { it.startsWith('FINE io.github.partnercenter4j.client GET ') } >= 20
        said.any { it.contains('org.apache.hc.client5') }
        said.any { it.startsWith('partnercenter.client ') }
        said.any { it.contains('AccessToken[value=***') }
        said.any { it.contains('EntraCredential[') }

        and: 'none of it contains a secret'
        said.collectMany { Leaks.found(it) } == []
    }
}
