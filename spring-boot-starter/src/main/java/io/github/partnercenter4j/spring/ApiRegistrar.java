package io.github.partnercenter4j.spring;

import io.github.partnercenter4j.client.PartnerCenter;
import java.util.List;
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
        for (String name : names) {
            register(load(name, beans.getBeanClassLoader()), registry, beans);
        }
    }

    private static <T> void register(
            Class<T> api, BeanDefinitionRegistry registry, ConfigurableListableBeanFactory beans) {
        // Not created yet: only definitions are looked at.
        if (beans.getBeanNamesForType(api, true, false).length == 0) {
            registry.registerBeanDefinition(
                    api.getName(),
                    new RootBeanDefinition(api, () -> implement(api, beans.getBean(PartnerCenter.class))));
        }
    }

    private static Class<?> load(String name, ClassLoader loader) {
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
                    "Give the full name of an interface that was generated with the templates of partnercenter4j.");
        }
    }
}
