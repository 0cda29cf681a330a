package io.github.partnercenter4j.client.internal.call;

import feign.InvocationHandlerFactory.MethodHandler;
import feign.Response;
import feign.Target;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Handles the calls of one generated interface: checks the arguments, starts the deadline, has the call observed, and
 * reads the response.
 */
record CallHandler(
        Target<?> target,
        Map<Method, MethodHandler> methods,
        Map<Method, OperationMethod> operations,
        ResponseReader responses,
        CallObserver observer,
        CallSettings settings)
        implements InvocationHandler {

    CallHandler(Target<?> target, Map<Method, MethodHandler> methods, ResponseReader responses, CallObserver observer) {
        this(target, methods, operations(methods), responses, observer, CallSettings.DEFAULTS);
    }

    private static Map<Method, OperationMethod> operations(Map<Method, MethodHandler> methods) {
        Map<Method, OperationMethod> operations = new HashMap<>();
        for (Method method : methods.keySet()) {
            if (!method.isDefault()) {
                operations.put(method, OperationMethod.of(method));
            }
        }
        return Map.copyOf(operations);
    }

    CallHandler with(CallSettings settings) {
        return new CallHandler(target, methods, operations, responses, observer, settings);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, arguments);
        }
        if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        OperationMethod operation = operations.get(method);
        Object[] encoded = operation.encode(arguments == null ? new Object[0] : arguments);
        Call call = Call.start(operation, settings, System::nanoTime);
        // Feign finds its options among the arguments, and passes them to the filters unchanged.
        Object[] withCall = Arrays.copyOf(encoded, encoded.length + 1);
        withCall[encoded.length] = call;
        return observer.observe(
                call, () -> responses.read(call, (Response) methods.get(method).invoke(withCall)));
    }

    private Object ofObject(Object proxy, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> target.type().getSimpleName() + "[" + target.url() + "]";
        };
    }
}
