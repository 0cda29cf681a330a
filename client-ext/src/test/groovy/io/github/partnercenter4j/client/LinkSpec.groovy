package io.github.partnercenter4j.client

import feign.RequestLine
import io.github.partnercenter4j.api.Operation
import io.github.partnercenter4j.model.KeyValuePair
import io.github.partnercenter4j.model.Link
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection as Collection
import io.github.partnercenter4j.model.QuantityProvisioningStatus
import io.github.partnercenter4j.testing.Javac
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.TempDir

/** Following links: what the client sends, where and when. */
class LinkSpec extends LinkSpecification {
    @TempDir
    Path folder

    def 'a link is followed with the headers of every call and its continuation token'() {
        given:
        serve { page(7) }
        def link = Link.builder().uri('/customers/1/orders?size=2').method('GET').body('not sent')
                .headers([KeyValuePair.builder().key('MS-ContinuationToken').value('bmV4dA==').build()]).build()

        when:
        def page = partnerCenter.follow(link, Collection)

        then:
        page.items()*.lineItemNumber() == [7]
        def lines = server.requests[0].readLines()
        lines[0] == 'GET /v1/customers/1/orders?size=2 HTTP/1.1'
        server.requests[0].endsWith('\r\n\r\n')
        with(headers(server.requests[0])) {
            keySet() == ['Host', 'Connection', 'Accept', 'Accept-Encoding', 'Authorization', 'MS-RequestId', 'MS-CorrelationId', 'X-Locale',
                'MS-Contract-Version', 'MS-ContinuationToken'] as Set
            it['MS-ContinuationToken'] == 'bmV4dA=='
            it['Authorization'] == 'Bearer s3cret-token'
            it['Accept'] == 'application/json, text/json'
            it['MS-RequestId'] ==~ LinkSpecification.GUID
            it['MS-CorrelationId'] ==~ LinkSpecification.GUID
        }
    }

    def 'a rejected link sends nothing'() {
        given:
        serve { page(0) }

        when:
        partnerCenter.follow(Link.builder().uri(uri).build(), Collection)

        then:
        thrown(DecodingException)
        server.connections == 0

        where:
        uri << ['http://localhost/v1/x', '//127.0.0.1/v1/x', '/v1/../x', '/v1/x#y']
    }

    def 'a type that no operation returns is rejected: #type.simpleName'() {
        given:
        serve { page(0) }

        when:
        partnerCenter.follow(Link.builder().uri('/x').build(), type)

        then:
        thrown(IllegalArgumentException)
        server.connections == 0

        where:
        type << [String, Object, Link, QuantityProvisioningStatus]
    }

    def 'a generated interface may have static and default methods'() {
        given:
        serve { page(7) }
        def source = Files.writeString(folder.resolve('HelpfulApi.java'), '''
            import feign.RequestLine;
            import io.github.partnercenter4j.api.Operation;

            public interface HelpfulApi {
                @Operation(id = "getThing", success = "200", mediaTypes = "application/json")
                @RequestLine("GET /v1/thing")
                String getThing();

                static String help() {
                    return "static";
                }

                default String more() {
                    return "default";
                }
            }
        ''')
        Javac.compile([source], folder, [Operation, RequestLine].collect { Path.of(it.protectionDomain.codeSource.location.toURI()) })
        def loader = new URLClassLoader([folder.toUri().toURL()] as URL[], getClass().classLoader)
        def helpful = partnerCenter.api(loader.loadClass('HelpfulApi'))

        expect:
        helpful.more() == 'default'
        partnerCenter.follow(Link.builder().uri('/x').build(), Collection).items()*.lineItemNumber() == [7]

        cleanup:
        loader?.close()
    }

    def 'a followed link fails like any other call: #head'() {
        given:
        serve { "HTTP/1.1 $head\r\nContent-Type: application/json\r\nContent-Length: ${body.length()}\r\n\r\n$body".toString() }

        when:
        partnerCenter.follow(Link.builder().uri('/x').build(), Collection)

        then:
        def e = thrown(PartnerCenterException)
        e.class == type
        e.requestId() ==~ GUID

        where:
        head            | body                                 || type
        '404 Not Found' | '{"code":20000,"description":"no"}'  || ServiceException
        '302 Found'     | ''                                   || UnexpectedStatusException
        '299 Unknown'   | '{"items":[]}'                       || UnexpectedStatusException
        '200 OK'        | '{}'                                 || DecodingException
    }

    def 'a followed link has the options of the view'() {
        given:
        serve { int n -> page(n) }
        def changed = view { o -> o.requestId('mine').format(Format.XML) }

        when:
        changed.follow(next(1), Collection)

        then:
        with(headers(server.requests[0])) {
            it['MS-RequestId'] == 'mine'
            it['Accept'] == 'application/xml, text/xml'
        }
    }
}
