package io.github.partnercenter4j.sandbox.internal.service;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import io.github.partnercenter4j.sandbox.internal.body.ValueGenerator;
import io.github.partnercenter4j.sandbox.internal.credential.AccessTokens;
import io.github.partnercenter4j.sandbox.internal.credential.AccessTokens.Grant;
import io.github.partnercenter4j.sandbox.internal.http.Guid;
import io.github.partnercenter4j.sandbox.internal.order.LiveOrder;
import io.github.partnercenter4j.sandbox.internal.order.OrderBook;
import io.github.partnercenter4j.sandbox.internal.order.PageLinks;
import io.github.partnercenter4j.sandbox.spec.Operation;
import io.github.partnercenter4j.sandbox.spec.Operation.Content;
import io.github.partnercenter4j.sandbox.spec.SpecModel;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** The rules of the service. It checks the token, the quota and the ids, in that order, then looks up the order. */
public final class Behavior {

    static final String PROVISIONING_STATUS = "getProvisioningStatus";
    static final String CUSTOMER_ID = "customer_id";
    static final String ORDER_ID = "order_id";

    private final SpecModel spec;
    private final AccessTokens tokens;
    private final OrderBook orders;
    private final Quota quota;
    private final Runnable refusals;
    private final DocumentedOperation documented;

    /**
     * Creates the rules.
     *
     * @param refusals is called for each request that exceeds the quota
     */
    public Behavior(SpecModel spec, AccessTokens tokens, OrderBook orders, Quota quota, Runnable refusals) {
        this.spec = spec;
        this.tokens = tokens;
        this.orders = orders;
        this.quota = quota;
        this.refusals = refusals;
        this.documented = new DocumentedOperation(spec, orders);
    }

    SpecModel spec() {
        return spec;
    }

    /** Returns the use of the quota by the tenant that sent the most requests. */
    public Quota.Usage usage() {
        return quota.usage();
    }

    /** Returns true for the operation that looks up an order, and not for one of the same id in another document. */
    public static boolean isProvisioningStatus(Operation operation) {
        return operation.id().equals(PROVISIONING_STATUS)
                && operation.path().contains("{" + CUSTOMER_ID + "}")
                && operation.path().contains("{" + ORDER_ID + "}");
    }

    /** Changes the number of requests within the quota's window. */
    public void setQuota(int requests) {
        quota.setLimit(requests);
    }

    public OrderBook orders() {
        return orders;
    }

    ServiceResponse response(OperationCall call) {
        Operation operation = call.match().operation();
        FaultResponses faults = call.faults();
        Optional<Grant> grant = tokens.grant(call.request());
        if (operation.secured() && grant.isEmpty()) {
            return faults.withoutDetails(401);
        }
        if (operation.secured() && !grant.get().mfa()) {
            return faults.of(401, "900421", "The access token lacks the proof of multifactor authentication.");
        }
        String tenant = grant.map(Grant::tenant).orElse("");
        Duration wait = quota.request(tenant);
        if (!wait.isZero()) {
            refusals.run();
            return faults.tooManyRequests(wait);
        }
        ServiceResponse response =
                isProvisioningStatus(operation) ? provisioningStatus(call, faults) : documented.response(call, faults);
        boolean asked = headerOrEmpty(call, "ValidateMfa").equalsIgnoreCase("true");
        return asked ? response.withHeader("isMfaCompliant", "true") : response;
    }

    private ServiceResponse provisioningStatus(OperationCall call, FaultResponses faults) {
        String customer = call.parameter(CUSTOMER_ID);
        if (!Guid.isGuid(customer)) {
            return faults.withoutDetails(400);
        }
        if (orders.isForbidden(customer)) {
            return faults.withoutDetails(403);
        }
        if (!orders.hasCustomer(customer)) {
            return faults.of(404, "60003", "Tenant not found");
        }
        Optional<LiveOrder> order = orders.find(customer, call.parameter(ORDER_ID));
        if (order.isEmpty() || !order.get().isVisible()) {
            return faults.of(404, "20000", "Order Id not found");
        }
        if (!order.get().order().provisioned()) {
            return faults.of(404, "800007", "Unable to retrieve provisioning information");
        }
        String token = headerOrEmpty(call, PageLinks.CONTINUATION);
        OptionalInt offset =
                token.isEmpty() ? OptionalInt.of(0) : new PageLinks(order.get().order()).offset(token);
        if (offset.isEmpty()) {
            return faults.of(400, "800002", "The continuation token is not valid.");
        }
        // The response for the sample stays as Microsoft documents it, even if properties are added to the spec.
        boolean sample = orders.isSample(order.get().order());
        return success(
                call.match().operation(), order.get().page(offset.getAsInt()), new ValueGenerator(spec, !sample));
    }

    private static ServiceResponse success(Operation operation, Object tree, ValueGenerator generator) {
        Content content = ExampleResponses.form(operation.response(200));
        return new ServiceResponse(200, content.schema(), generator.fill(content.schema(), tree));
    }

    private static String headerOrEmpty(OperationCall call, String name) {
        HttpHeader header = call.request().header(name);
        return header.isPresent() ? header.firstValue() : "";
    }
}
