package io.github.partnercenter4j.client.internal.call;

import feign.Client;
import feign.Request;
import feign.Response;
import feign.Target;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Handles the calls of one generated interface: checks the arguments, starts the deadline, has the call observed, and
 * reads the response.
 */
record CallHandler(
        CallPipeline pipeline,
        Target<?> target,
        Map<Method, Operation> operations,
        Client attempt,
        ResponseReader responses,
        CallObserver observer,
        CallSettings settings)
        implements InvocationHandler {

    /** What is known of a method before it is called. */
    record Operation(OperationMethod method, RequestFactory requests) {}

    CallHandler with(CallSettings settings) {
        return new CallHandler(pipeline, target, operations, attempt, responses, observer, settings);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, arguments);
        }
        if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        Operation operation = operations.get(method);
        Request request = operation.requests().create(operation.method().encode(arguments));
        Call call = Call.start(operation.method(), settings, System::nanoTime);
        return observer.observe(call, () -> {
            try (Response response = attempt.execute(request, call)) {
                return responses.read(call, response);
            }
        });
    }

    private Object ofObject(Object proxy, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> target.type().getSimpleName() + "[" + target.url() + "]";
        };
    }
}
