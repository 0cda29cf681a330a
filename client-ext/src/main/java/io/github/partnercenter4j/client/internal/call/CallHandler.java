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
 * The ring around a whole call: arguments checked, options resolved, the deadline started, the call observed, the answer
 * read.
 */
record CallHandler(
        Target<?> target,
        Map<Method, MethodHandler> methods,
        Map<Method, OperationMethod> operations,
        ResponseReader answers,
        CallObserver observer,
        CallSettings settings)
        implements InvocationHandler {

    CallHandler(Target<?> target, Map<Method, MethodHandler> methods, ResponseReader answers, CallObserver observer) {
        this(target, methods, operations(methods), answers, observer, CallSettings.DEFAULTS);
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
        return new CallHandler(target, methods, operations, answers, observer, settings);
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
        // Feign looks for its options among the arguments, and hands them to the client as they are.
        Object[] withCall = Arrays.copyOf(encoded, encoded.length + 1);
        withCall[encoded.length] = call;
        return observer.observe(
                call, () -> answers.read(call, (Response) methods.get(method).invoke(withCall)));
    }

    private Object ofObject(Object proxy, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> target.type().getSimpleName() + "[" + target.url() + "]";
        };
    }
}
