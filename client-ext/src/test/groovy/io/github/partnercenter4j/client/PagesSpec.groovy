package io.github.partnercenter4j.client

import io.github.partnercenter4j.model.OrderLineItemProvisioningStatus
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection as Collection
import io.github.partnercenter4j.model.ResourceLinks
import java.lang.ref.WeakReference

/** Streaming the pages of a collection: what is requested, and when. */
class PagesSpec extends LinkSpecification {
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

    private static Collection firstPage() {
        Collection.builder()
                .totalCount(9)
                .items([OrderLineItemProvisioningStatus.builder().lineItemNumber(0).build()])
                .links(ResourceLinks.builder().next(next(1)).build())
                .build()
    }
}
