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
        boolean enabled = Binder.get(context.getEnvironment())
                .bind(property, Boolean.class)
                .orElse(false);
        return new ConditionOutcome(enabled, property + " is " + enabled);
    }
}
