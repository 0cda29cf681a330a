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
import io.github.partnercenter4j.sandbox.spec.Operation.Parameter;
import io.github.partnercenter4j.sandbox.spec.Operation.Response;
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar;
import io.github.partnercenter4j.sandbox.spec.SpecModel;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** The rules of the service. It checks the token, the quota and the ids, in that order, then looks up the order. */
public final class Behavior {

    static final String PROVISIONING_STATUS = "getProvisioningStatus";
    static final String CUSTOMER_ID = "customer_id";
    static final String ORDER_ID = "order_id";

    private final SpecModel spec;
    private final AccessTokens tokens;
    private final OrderBook orders;
    private final int quota;
    private final Clock clock;
    private final Map<String, Quota> quotas = new ConcurrentHashMap<>();

    public Behavior(SpecModel spec, AccessTokens tokens, OrderBook orders, int quota, Clock clock) {
        this.spec = spec;
        this.tokens = tokens;
        this.orders = orders;
        this.quota = quota;
        this.clock = clock;
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
        Duration wait =
                quotas.computeIfAbsent(tenant, each -> new Quota(quota, clock)).request();
        if (!wait.isZero()) {
            return faults.tooManyRequests(wait);
        }
        ServiceResponse response = operation.id().equals(PROVISIONING_STATUS)
                ? provisioningStatus(call, faults)
                : firstSuccess(call, operation, faults);
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
        if (order.isEmpty()) {
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
        Content content = content(operation.response(200));
        return new ServiceResponse(200, content.schema(), generator.fill(content.schema(), tree));
    }

    /** Responds to an operation without a rule: with the first success, from its first example or generated values. */
    private ServiceResponse firstSuccess(OperationCall call, Operation operation, FaultResponses faults) {
        boolean refuses = operation.responses().stream().anyMatch(each -> each.status() == 400);
        if (refuses && operation.parameters().stream().anyMatch(each -> isMalformed(each, call))) {
            return faults.withoutDetails(400);
        }
        Response response = operation.responses().stream()
                .filter(each -> each.status() < 300)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(operation.id() + " has no response with a 2xx status"));
        Content content = content(response);
        Object tree = content.examples().isEmpty()
                ? new ValueGenerator(spec, true).generate(operation.id(), content.schema())
                : content.examples().values().iterator().next().value();
        return new ServiceResponse(response.status(), content.schema(), tree);
    }

    private static boolean isMalformed(Parameter parameter, OperationCall call) {
        return parameter.in().equals("path")
                && parameter.schema() instanceof Scalar scalar
                && "uuid".equals(scalar.format())
                && !Guid.isGuid(call.parameter(parameter.name()));
    }

    private static Content content(Response response) {
        return response.contents().values().iterator().next();
    }

    private static String headerOrEmpty(OperationCall call, String name) {
        HttpHeader header = call.request().header(name);
        return header.isPresent() ? header.firstValue() : "";
    }
}
