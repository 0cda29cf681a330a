package io.github.partnercenter4j.sandbox;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts a sandbox for JUnit 5 tests. Register it with {@code @ExtendWith(SandboxExtension.class)}, then declare a parameter
 * of type {@link PartnerCenterSandbox} or {@link ClientSettings} on a test, a constructor or a lifecycle method.
 *
 * <p>The tests of a class share the sandbox, which is closed after the last test. Before each test, planned responses and
 * recorded requests are removed. Orders keep their status.
 */
// "exports": a module that uses this class requires JUnit itself. Other users of the sandbox do not need JUnit.
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

    /** For JUnit, which creates the extension. */
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
