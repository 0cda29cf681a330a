package io.github.partnercenter4j.spring;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/**
 * Matches if a property is true as Spring Boot binds it, which reads {@code on}, {@code yes} and {@code 1} too. The conditions
 * of Spring Boot on properties compare texts: one matches {@code off}, the other does not match {@code on}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(EnabledCondition.class)
@interface ConditionalOnEnabled {
    /** The name of the property. */
    String value();
}
