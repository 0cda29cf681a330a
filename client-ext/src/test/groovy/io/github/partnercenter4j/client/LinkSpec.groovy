package io.github.partnercenter4j.client

import com.fasterxml.jackson.databind.ObjectMapper
import feign.RequestLine
import io.github.partnercenter4j.api.Operation
import io.github.partnercenter4j.model.KeyValuePair
import io.github.partnercenter4j.model.Link
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatus
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection as Collection
import io.github.partnercenter4j.model.QuantityProvisioningStatus
import io.github.partnercenter4j.model.ResourceLinks
import io.github.partnercenter4j.testing.Javac
import java.lang.ref.WeakReference
import java.nio.file.Files
import java.nio.file.Path
import java.util.function.UnaryOperator
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** Following links: what the client sends, where and when. */
class LinkSpec extends Specification {
    static final String GUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/

    @TempDir
    Path folder
    @AutoCleanup(quiet = true)
    RawServer server
    @AutoCleanup(quiet = true)
    PartnerCenter partnerCenter

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
            it['MS-RequestId'] ==~ GUID
            it['MS-CorrelationId'] ==~ GUID
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
        partnerCenter.api(loader.loadClass('HelpfulApi'))

        expect:
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

    def 'pages are requested one by one, and only when they are needed'() {
        given:
        def last = 4
        serve { int n -> page(n, n < last ? n + 1 : null) }
        def seen = []

        when:
        def items = partnerCenter.pages(firstPage(), { it.links() })
                .limit(last + 2)
                .peek { seen << [it.items()[0].lineItemNumber(), server.requests.size()] }
                .flatMap { it.items().stream() }
                .map { it.lineItemNumber() }
                .toList()

        then:
        items == [0, 1, 2, 3, 4]
        seen == [[0, 0], [1, 1], [2, 2], [3, 3], [4, 4]]
        server.requests.collect { headers(it)['MS-ContinuationToken'] } == ['token-1', 'token-2', 'token-3', 'token-4']
        server.requests.collect { headers(it)['MS-RequestId'] }.unique().size() == 4
        server.requests.collect { headers(it)['MS-CorrelationId'] }.unique().size() == 4
    }

    def 'a stream that is not read to its end requests no further page'() {
        given:
        serve { int n -> page(n, n + 1) }

        expect:
        partnerCenter.pages(firstPage(), { it.links() }).limit(3).count() == 3
        server.requests.size() == 2
        partnerCenter.pages(firstPage(), { it.links() }).parallel().filter { it.items()[0].lineItemNumber() == 2 }.findFirst().present
        server.requests.size() <= 5
    }

    def 'a collection without links has one page'() {
        given:
        serve { page(1) }

        expect:
        partnerCenter.pages(first, { it.links() }).toList() == [first]
        server.connections == 0

        where:
        first << [Collection.builder().totalCount(0).build(), Collection.builder().totalCount(0).links(ResourceLinks.builder().build()).build()]
    }

    def 'a link to another server is rejected when it is needed, not before'() {
        given:
        serve { int n -> '{"items":[{"lineItemNumber":1}],"links":{"next":{"uri":"http://evil.example/v1/x"}}}' }
        def pages = partnerCenter.pages(firstPage(), { it.links() }).iterator()

        expect:
        pages.next().items()[0].lineItemNumber() == 0
        pages.next().items()[0].lineItemNumber() == 1

        when:
        pages.next()

        then:
        thrown(DecodingException)
        server.requests.size() == 1
    }

    def 'a loop of #length next links is rejected when it closes'() {
        given:
        serve { int n -> page(n, n % length + 1) }
        def seen = []

        when:
        partnerCenter.pages(firstPage(), { it.links() }).limit(10).forEach { seen << it.items()[0].lineItemNumber() }

        then:
        def e = thrown(DecodingException)
        e.message.contains('loop')
        seen == (0..length).toList()
        server.requests.size() == length

        where:
        length << [1, 2, 5]
    }

    def 'a page that failed can be requested again'() {
        given:
        def failing = true
        serve { int n -> failing ? null : page(n) }
        def pages = partnerCenter.pages(firstPage(), { it.links() }).spliterator()
        def seen = []
        pages.tryAdvance { seen << it }

        when:
        pages.tryAdvance { seen << it }

        then:
        thrown(TransportException)

        when:
        failing = false
        pages.tryAdvance { seen << it }

        then:
        seen*.items()*.get(0)*.lineItemNumber() == [0, 1]
        !pages.tryAdvance { seen << it }
    }

    def "each page has the options of the view, except the caller's request id"() {
        given:
        serve { int n -> page(n, n < 3 ? n + 1 : null) }
        def changed = view { o -> o.requestId('mine').correlationId('c').format(Format.XML) }

        expect:
        changed.pages(firstPage(), { it.links() }).count() == 4
        server.requests.collect { headers(it)['MS-CorrelationId'] } == ['c'] * 3
        server.requests.collect { headers(it)['Accept'] } == ['application/xml, text/xml'] * 3
        server.requests.every { headers(it)['MS-RequestId'] ==~ GUID }
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

    def 'no page is kept in memory while the next one is requested'() {
        given:
        def filler = 'x' * 100_000
        serve { int n -> page(n, n < 100 ? n + 1 : null, filler) }
        def pages = partnerCenter.pages(firstPage(), { it.links() }).spliterator()
        def kept = []

        when:
        while (pages.tryAdvance { kept << new WeakReference(it) }) { }
        System.gc()

        then:
        kept.size() == 101
        kept.count { it.get() != null } <= 1
    }

    private PartnerCenter view(UnaryOperator<CallOptions> change) {
        partnerCenter.with(change)
    }

    private void serve(Closure<String> answer) {
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

    private static Collection firstPage() {
        Collection.builder()
                .totalCount(9)
                .items([OrderLineItemProvisioningStatus.builder().lineItemNumber(0).build()])
                .links(ResourceLinks.builder().next(next(1)).build())
                .build()
    }

    private static Link next(int page) {
        Link.builder().uri('/customers/1').method('GET')
                .headers([KeyValuePair.builder().key('MS-ContinuationToken').value("token-$page").build()]).build()
    }

    private static String page(int number, Integer next = null, String filler = '') {
        def links = next == null ? [:] : [links: [next: [uri: '/v1/customers/1', method: 'GET', headers: [[key: 'MS-ContinuationToken', value: "token-$next".toString()]]]]]
        new ObjectMapper().writeValueAsString([items: [[lineItemNumber: number, status: filler]]] + links)
    }

    private static Map<String, String> headers(String request) {
        request.readLines().drop(1).findAll().collectEntries { line -> line.split(': ', 2) as List }
    }
}
