package io.github.partnercenter4j.client.orders;

import io.github.partnercenter4j.api.OrdersApi;
import io.github.partnercenter4j.client.PartnerCenter;
import io.github.partnercenter4j.client.PartnerCenterException;
import io.github.partnercenter4j.model.ApiResponse;
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatus;
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection;
import io.github.partnercenter4j.model.ResourceLinks;
import java.util.List;
import java.util.Map;

/**
 * The provisioning status of a whole order, with the line items of all pages. Most orders have one page.
 *
 * @param response the response with the first page, for its ids and headers
 * @param pages all pages in order, the first one included; one or more
 */
public record ProvisioningStatus(
        ApiResponse<OrderLineItemProvisioningStatusCollection> response,
        List<OrderLineItemProvisioningStatusCollection> pages) {

    /**
     * Creates a status from pages that were read before. Copies the list.
     *
     * @param response the response with the first page
     * @param pages all pages in order, the first one included
     */
    public ProvisioningStatus {
        pages = List.copyOf(pages);
    }

    /**
     * Reads all pages of an order. The timeout of the options limits all pages together, not each page. Each page is
     * requested by a call with its own retries and ids.
     *
     * @param orders the operations to call, with their options: {@code partnerCenter.orders()}. Another implementation,
     *     such as a test double, is called once with {@code getProvisioningStatus}, and its links are not followed
     * @param customerId the GUID of the customer
     * @param orderId the id of the order, as Partner Center returned it
     * @return the status with all pages
     * @throws PartnerCenterException if a page cannot be read; the pages before it are discarded
     * @throws IllegalArgumentException if an id cannot be sent
     */
    public static ProvisioningStatus read(OrdersApi orders, String customerId, String orderId) {
        return PartnerCenter.of(orders)
                .map(partnerCenter -> read(partnerCenter.withSharedTimeout(), customerId, orderId))
                .orElseGet(() -> {
                    var page = orders.getProvisioningStatus(customerId, orderId);
                    return new ProvisioningStatus(new ApiResponse<>(page, 200, Map.of(), List.of()), List.of(page));
                });
    }

    private static ProvisioningStatus read(PartnerCenter partnerCenter, String customerId, String orderId) {
        var response = partnerCenter.orders().getProvisioningStatusWithResponse(customerId, orderId);
        return new ProvisioningStatus(
                response,
                partnerCenter
                        .pages(response.value(), OrderLineItemProvisioningStatusCollection::links)
                        .toList());
    }

    /**
     * Returns the line items of all pages.
     *
     * @return the line items in the order of the pages
     */
    public List<OrderLineItemProvisioningStatus> items() {
        return pages.stream().flatMap(page -> page.items().stream()).toList();
    }

    /**
     * Returns what the pages together mean for the order.
     *
     * @return the outcome
     */
    public ProvisioningOutcome outcome() {
        return ProvisioningOutcome.of(pages);
    }

    /**
     * Returns all pages as one collection: the line items of all pages, no link to a next page, and everything else as on
     * the first page.
     *
     * @return the collection; the first page itself if there is no other
     */
    public OrderLineItemProvisioningStatusCollection asOnePage() {
        OrderLineItemProvisioningStatusCollection first = response.value();
        if (pages.size() == 1) {
            return first;
        }
        ResourceLinks links = first.links();
        return first.toBuilder()
                .items(items())
                .links(links == null ? null : links.toBuilder().next(null).build())
                .build();
    }
}
