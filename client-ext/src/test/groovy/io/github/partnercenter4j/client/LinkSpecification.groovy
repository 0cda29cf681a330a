package io.github.partnercenter4j.client

import com.fasterxml.jackson.databind.ObjectMapper
import io.github.partnercenter4j.model.KeyValuePair
import io.github.partnercenter4j.model.Link
import java.util.function.UnaryOperator
import spock.lang.AutoCleanup
import spock.lang.Specification

/** A client and a server whose pages lead to each other. */
abstract class LinkSpecification extends Specification {
    static final String GUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/

    @AutoCleanup(quiet = true)
    RawServer server
    @AutoCleanup(quiet = true)
    PartnerCenter partnerCenter

    PartnerCenter view(UnaryOperator<CallOptions> change) {
        partnerCenter.with(change)
    }

    void serve(Closure<String> answer) {
        server = new RawServer({ c ->
            for (String request = c.request(); request != null; request = c.request()) {
                def page = (request =~ /token-(\d+)/)
                String text = answer.maximumNumberOfParameters == 1 && answer.parameterTypes[0] == int ?
                        answer.call(page ? page[0][1] as int : 0) : answer.call()
                if (text == null) {
                    c.socket.close()
                } else {
                    c.send(text.startsWith('HTTP') ? text :
                            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${text.length()}\r\n\r\n$text".toString())
                }
            }
        })
        partnerCenter = PartnerCenter.builder().baseUrl(server.url).credential(Credential.ofToken('s3cret-token')).build()
    }

    static Link next(int page) {
        Link.builder().uri('/customers/1').method('GET')
                .headers([KeyValuePair.builder().key('MS-ContinuationToken').value("token-$page").build()]).build()
    }

    static String page(int number, Integer next = null, String filler = '') {
        def links = next == null ? [:] : [links: [next: [uri: '/v1/customers/1', method: 'GET', headers: [[key: 'MS-ContinuationToken', value: "token-$next".toString()]]]]]
        new ObjectMapper().writeValueAsString([items: [[lineItemNumber: number, status: filler]]] + links)
    }

    static Map<String, String> headers(String request) {
        request.readLines().drop(1).findAll().collectEntries { line -> line.split(': ', 2) as List }
    }
}
