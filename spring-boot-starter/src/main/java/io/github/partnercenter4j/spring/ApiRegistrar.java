package io.github.partnercenter4j.spring;

import io.github.partnercenter4j.api.Operation;
import io.github.partnercenter4j.client.PartnerCenter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/** Declares a bean for each interface that partnercenter.apis names, unless the application has a bean of its type. */
final class ApiRegistrar implements BeanDefinitionRegistryPostProcessor {
    private static final String PROPERTY = "partnercenter.apis";
    private static final String NAME_AN_INTERFACE =
            "Give the full name of an interface that was generated with the generator of partnercenter4j.";

    private final Environment environment;

    ApiRegistrar(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        ConfigurableListableBeanFactory beans = (ConfigurableListableBeanFactory) registry;
        List<String> names = Binder.get(environment)
                .bind(PROPERTY, Bindable.listOf(String.class))
                .orElse(List.of());
        Set<Class<?>> apis = new HashSet<>();
        for (String name : names) {
            Class<?> api = load(name, beans.getBeanClassLoader());
            if (!apis.add(api)) {
                throw new InvalidSettingException(PROPERTY, "names " + name + " twice", "Remove one of them.");
            }
            if (Arrays.stream(api.getMethods()).noneMatch(method -> method.isAnnotationPresent(Operation.class))) {
                throw new InvalidSettingException(
                        PROPERTY, "names " + name + ", which is not a generated interface", NAME_AN_INTERFACE);
            }
            register(api, registry, beans);
        }
    }

    private static <T> void register(
            Class<T> api, BeanDefinitionRegistry registry, ConfigurableListableBeanFactory beans) {
        // Not created yet: only definitions are looked at.
        if (beans.getBeanNamesForType(api, true, false).length == 0) {
            registry.registerBeanDefinition(
                    api.getName(), new RootBeanDefinition(api, () -> implement(api, client(api, beans))));
        }
    }

    private static PartnerCenter client(Class<?> api, ConfigurableListableBeanFactory beans) {
        PartnerCenter only = beans.getBeanProvider(PartnerCenter.class).getIfUnique();
        if (only == null) {
            throw new InvalidSettingException(
                    PROPERTY,
                    "names " + api.getName() + ", but the application has several beans of the type PartnerCenter",
                    "Mark one of them as @Primary, or remove the name and declare a bean of the interface.");
        }
        return only;
    }

    private static Class<?> load(String name, ClassLoader loader) {
        if (name.isBlank()) {
            throw new InvalidSettingException(
                    PROPERTY, "has an empty entry", "Remove it: there may be a comma too many.");
        }
        try {
            return ClassUtils.forName(name, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new InvalidSettingException(
                    PROPERTY,
                    "names " + name + ", which is not on the class path",
                    "Give the full name of a generated interface, such as com.example.api.SubscriptionsApi.");
        }
    }

    private static <T> T implement(Class<T> api, PartnerCenter partnerCenter) {
        try {
            return partnerCenter.api(api);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(
                    PROPERTY,
                    "names " + api.getName() + ", which cannot be called: " + e.getMessage(),
                    NAME_AN_INTERFACE);
        }
    }
}
