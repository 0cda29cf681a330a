package io.github.partnercenter4j.watch.internal.engine

import io.github.partnercenter4j.watch.LineItemChange
import io.github.partnercenter4j.watch.LineItemStatus
import io.github.partnercenter4j.watch.internal.store.OrderState
import spock.lang.Specification

/** A line item is a pair of its number and its status. */
class LineItemChangesSpec extends Specification {

    def 'from #before to #now, #changes changed'(List before, List now, List changes) {
        given:
        def state = new OrderState('customer', 'order', [:], 0, null, 1, 1, before?.collect { item(it) }, null, null)

        expect:
        LineItemChanges.between(state, now.collect { item(it) }) == changes.collect { number, from, to -> new LineItemChange('customer', 'order', number, from, to) }

        where:
        before                                 | now                                        || changes
        null                                   | [[0, 'pending']]                           || []
        [[0, 'pending']]                       | [[0, 'pending']]                           || []
        [[0, 'pending']]                       | [[0, 'fulfilled']]                         || [[0, 'pending', 'fulfilled']]
        [[0, 'a'], [1, 'b']]                   | [[1, 'c'], [0, 'a']]                       || [[1, 'b', 'c']]
        [[0, 'a']]                             | [[0, 'a'], [1, 'b']]                       || [[1, null, 'b']]
        [[0, 'a'], [1, 'b']]                   | [[0, 'a']]                                 || []
        [[0, null]]                            | [[0, 'a']]                                 || [[0, null, 'a']]
        [[0, 'a']]                             | [[0, null]]                                || [[0, 'a', null]]
        [[null, 'a'], [null, 'b']]             | [[null, 'a'], [null, 'c']]                 || [[null, 'b', 'c']]
    }

    private static LineItemStatus item(List numberAndStatus) {
        new LineItemStatus(numberAndStatus[0] as Integer, null, numberAndStatus[1] as String)
    }
}
