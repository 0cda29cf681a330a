package consumer;

import consumer.subscriptions.SubscriptionsApi;
import consumer.subscriptions.model.Subscription;
import consumer.subscriptions.model.SubscriptionCollection;
import consumer.subscriptions.model.SubscriptionStatus;
import consumer.subscriptions.model.Transition;
import io.github.partnercenter4j.client.PartnerCenter;
import java.util.List;
import java.util.stream.Stream;

/** Calls operations of an own OpenAPI document through the client. */
final class Licenses {
    private final PartnerCenter partnerCenter;
    private final SubscriptionsApi subscriptions;

    Licenses(PartnerCenter partnerCenter) {
        this.partnerCenter = partnerCenter;
        this.subscriptions = partnerCenter.api(SubscriptionsApi.class);
    }

    boolean isProvisioned(String customerId, String subscriptionId) {
        var status = subscriptions.getSubscriptionProvisioningStatus(customerId, subscriptionId);
        return "success".equals(status.status());
    }

    /** Reads all pages. */
    Stream<Subscription> inUse(String customerId) {
        var first = subscriptions.listSubscriptions(
                customerId, List.of(SubscriptionStatus.ACTIVE, SubscriptionStatus.SUSPENDED));
        return partnerCenter.pages(first, SubscriptionCollection::links).flatMap(page -> page.items().stream());
    }

    /** Sends the request once: the client retries GET requests only. */
    String move(String customerId, String subscriptionId, int quantity, String toCatalogItemId) {
        var transition = Transition.builder()
                .toCatalogItemId(toCatalogItemId)
                .quantity(quantity)
                .build();
        return subscriptions.createTransition(customerId, subscriptionId, transition).status();
    }
}
