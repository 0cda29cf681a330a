package io.github.partnercenter4j.watch.internal.store

import io.github.partnercenter4j.watch.OrderResult
import io.github.partnercenter4j.watch.Quota
import io.github.partnercenter4j.watch.WatchedOrder
import java.time.Duration

/** The tables of one tenant in a database whose time stands still. */
class VirtualTenant {
    static final String CUSTOMER = '0c39d6d5-c70d-4c55-bc02-f620844f3fd1'

    final VirtualDatabase virtual
    final OrderTable orders
    final ResultTable results
    final QuotaTable quota
    final Counters counters

    VirtualTenant(VirtualDatabase virtual, String name = 'tenant') {
        this.virtual = virtual
        orders = new OrderTable(virtual.database, name)
        results = new ResultTable(virtual.database, name)
        quota = new QuotaTable(virtual.database, name)
        counters = new Counters(virtual.database, name)
        counters.prepare()
        quota.prepare(Quota.of(4, Duration.ofSeconds(1)))
    }

    long add(String... ids) {
        orders.addAll(ids.collect { WatchedOrder.of(CUSTOMER, it) }.iterator())
    }

    OrderState state(String id) {
        OrderState.of(WatchedOrder.of(CUSTOMER, id), virtual.time)
    }

    /** Adds an order, and ends it. */
    OrderResult finish(String id, boolean leased) {
        add(id)
        results.finish(state(id), 1, OrderResult.Kind.FULFILLED, 'done', leased).get()
    }
}
