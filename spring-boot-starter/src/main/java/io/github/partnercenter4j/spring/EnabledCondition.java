package io.github.partnercenter4j.spring;

import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Binds the property of {@link ConditionalOnEnabled}. */
final class EnabledCondition extends SpringBootCondition {
    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        String property =
                metadata.getAnnotations().get(ConditionalOnEnabled.class).getString("value");
        Binder binder = Binder.get(context.getEnvironment());
        // Spring Boot binds it as null: then a test without the sandbox would be one reading of it.
        if (binder.bind(property, String.class).map(String::isBlank).orElse(false)) {
            throw new InvalidSettingException(property, "is empty", "Set it to true or false, or remove it.");
        }
        boolean enabled = binder.bind(property, Boolean.class).orElse(false);
        return new ConditionOutcome(enabled, property + " is " + enabled);
    }
}
