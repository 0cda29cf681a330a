package io.github.partnercenter4j.client.internal.body

import com.fasterxml.jackson.databind.type.TypeFactory
import io.github.partnercenter4j.client.internal.body.RecordDeserializerSpec.Status
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection
import java.time.LocalDate
import spock.lang.Specification

class ShapesSpec extends Specification {
    static record One(String value) {}

    static record Parent(String name, List<Parent> children) {}

    def shapes = new Shapes(TypeFactory.defaultInstance())

    def 'a #type.simpleName is #shape'(Class<?> type, Shape shape) {
        expect:
        shapes.of(TypeFactory.defaultInstance().constructType(type)) == shape

        where:
        type       || shape
        String     || Shape.OfScalar.TEXT
        Status     || Shape.OfScalar.TEXT
        Integer    || Shape.OfScalar.INTEGER
        Long       || Shape.OfScalar.INTEGER
        BigInteger || Shape.OfScalar.INTEGER
        BigDecimal || Shape.OfScalar.OTHER
        Boolean    || Shape.OfScalar.OTHER
        LocalDate  || Shape.OfScalar.OTHER
    }

    def 'a record with one property is an object'() {
        expect:
        object(One).byJsonName().keySet() == ['value'] as Set
    }

    def 'the shape of a list has that of its items, also if a schema contains itself'() {
        when:
        def parent = object(Parent)
        def children = parent.byJsonName().children.shape().get() as Shape.OfList

        then:
        children.item().get().is(parent)
    }

    def 'a collection has its documented names'() {
        when:
        def collection = object(OrderLineItemProvisioningStatusCollection)

        then:
        collection.rootName() == 'OrderLineItemProvisioningStatusCollection'
        collection.byJsonName().keySet() as List == ['totalCount', 'items', 'links', 'attributes']
        collection.size() == 4
        collection.xml('ITEMS').is(collection.byJsonName().items)
        collection.xml('item') == null
        !collection.mayBeEmptyInXml()
    }

    private Shape.OfObject object(Class<?> type) {
        shapes.of(TypeFactory.defaultInstance().constructType(type)) as Shape.OfObject
    }
}
