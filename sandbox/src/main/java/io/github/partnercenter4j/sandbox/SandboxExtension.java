package io.github.partnercenter4j.sandbox;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives JUnit 5 tests a running sandbox: {@code @ExtendWith(SandboxExtension.class)}, then a parameter of type
 * {@link PartnerCenterSandbox} or {@link ClientSettings} of a test, a constructor or a method that runs before or after.
 *
 * <p>The tests of a class share the sandbox, which is closed after the last. What one test planned, and the requests it
 * made, are forgotten before the next; orders stay as they were left.
 */
// "exports": who uses this class has JUnit among its own modules, and nobody else should need it.
@SuppressWarnings("exports")
public final class SandboxExtension implements ParameterResolver, BeforeEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(SandboxExtension.class);

    /** Closes the sandbox with the store of the class's context. JUnit before 5.13 closes only the first type. */
    @SuppressWarnings("deprecation")
    private record Running(PartnerCenterSandbox sandbox)
            implements ExtensionContext.Store.CloseableResource, AutoCloseable {

        @Override
        public void close() {
            sandbox.close();
        }
    }

    /** Made by JUnit. */
    public SandboxExtension() {}

    @Override
    public void beforeEach(ExtensionContext context) {
        sandbox(context).reset();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == PartnerCenterSandbox.class || type == ClientSettings.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        PartnerCenterSandbox sandbox = sandbox(context);
        return parameter.getParameter().getType() == ClientSettings.class ? sandbox.clientSettings() : sandbox;
    }

    private static PartnerCenterSandbox sandbox(ExtensionContext context) {
        ExtensionContext holder = context;
        while (holder.getParent().isPresent()
                && holder.getParent().get().getTestClass().isPresent()) {
            holder = holder.getParent().get();
        }
        ExtensionContext.Store store = holder.getStore(NAMESPACE);
        synchronized (SandboxExtension.class) {
            Running running = store.get(Running.class, Running.class);
            if (running == null) {
                running = new Running(PartnerCenterSandbox.start());
                store.put(Running.class, running);
            }
            return running.sandbox();
        }
    }
}
