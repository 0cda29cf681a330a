package io.github.partnercenter4j.sandbox.internal.service;

import io.github.partnercenter4j.sandbox.internal.order.OrderBook;
import io.github.partnercenter4j.sandbox.spec.Operation;
import io.github.partnercenter4j.sandbox.spec.SpecModel;
import java.util.Optional;

/**
 * Responds to an operation that the sandbox has no rule for: with the first success, from its first example or generated
 * values. A wrong request is refused where the spec has a response for that, and so is a customer that the sandbox does not know.
 */
final class DocumentedOperation {

    private final OrderBook orders;
    private final ExampleResponses examples;
    private final RequestCheck check;

    DocumentedOperation(SpecModel spec, OrderBook orders) {
        this.orders = orders;
        this.examples = new ExampleResponses(spec);
        this.check = new RequestCheck(spec);
    }

    ServiceResponse response(OperationCall call, FaultResponses faults) {
        Operation operation = call.match().operation();
        if (operation.responseOrDefault(400).isPresent()) {
            Optional<String> problem = check.problem(call);
            if (problem.isPresent()) {
                return faults.because(400, problem.get());
            }
        }
        Optional<String> customer = CustomerParameter.of(operation).map(parameter -> call.parameter(parameter.name()));
        if (customer.filter(orders::isForbidden).isPresent()
                && operation.responseOrDefault(403).isPresent()) {
            return faults.withoutDetails(403);
        }
        if (customer.filter(id -> !isKnown(operation, id)).isPresent()
                && operation.responseOrDefault(404).isPresent()) {
            return faults.of(404, "60003", "Tenant not found");
        }
        return success(operation);
    }

    private boolean isKnown(Operation operation, String customer) {
        return orders.hasCustomer(customer)
                || CustomerParameter.of(operation)
                        .filter(parameter -> customer.equalsIgnoreCase(parameter.example()))
                        .isPresent();
    }

    private ServiceResponse success(Operation operation) {
        return operation.responses().stream()
                .filter(each -> each.status() / 100 == 2)
                .findFirst()
                .map(each -> examples.of(each, each.status()))
                // A document without such a response has one for every other status.
                .orElseGet(() -> examples.of(operation.responseOrDefault(200).orElseThrow(), 200));
    }
}
