package io.github.partnercenter4j.spring;

import io.github.partnercenter4j.client.internal.environment.EnvironmentCredential;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ResourceLoader;

/**
 * Finds the secret that a property refers to: {@code file:PATH} and {@code classpath:PATH} name a file that holds the secret
 * and nothing else, {@code env:NAME} an environment variable or another property of the application, such as one of a vault.
 * The secret is taken as it is there: it may contain <code>${</code>, which is no placeholder in a secret. Only a text that is
 * nothing but a placeholder is refused, because it names a secret and is none.
 */
final class SecretReference {
    private static final int MAX_BYTES = 64 * 1024;
    private static final String ENVIRONMENT = "env:";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\s*\\$\\{[^{}]*}\\s*");

    private final ConfigurableEnvironment environment;
    private final ResourceLoader files;

    SecretReference(ConfigurableEnvironment environment, ResourceLoader files) {
        this.environment = environment;
        this.files = files;
    }

    /**
     * Returns the secret. A line end after it is removed.
     *
     * @param property the property that has the reference
     * @throws InvalidSettingException if it is no reference, or leads to no secret; the message does not quote it
     */
    String read(String property, String reference) {
        String secret = find(property, reference);
        if (PLACEHOLDER.matcher(secret).matches()) {
            throw new InvalidSettingException(
                    property,
                    "refers to a placeholder, which is not resolved in a secret",
                    "Refer to what the placeholder names: with env: to an environment variable or property, or with file:"
                            + " to a file.");
        }
        return secret;
    }

    private String find(String property, String reference) {
        if (reference.startsWith(ENVIRONMENT)) {
            String value = value(reference.substring(ENVIRONMENT.length()));
            return value == null || value.isEmpty()
                    ? refuse(property, "refers to an environment variable or property that is not set or empty")
                    : value;
        }
        if (!reference.startsWith("file:") && !reference.startsWith("classpath:")) {
            throw new InvalidSettingException(
                    property,
                    "is not a reference",
                    "Do not put the secret itself into a property, where logs and the actuator can show it: use file:PATH or"
                            + " env:NAME.");
        }
        String value = EnvironmentCredential.withoutLineEnd(text(property, reference));
        return value.isEmpty() ? refuse(property, "refers to an empty file") : value;
    }

    /** Does not resolve placeholders, as getProperty does: that changes the secret, or fails with a message that quotes it. */
    private @Nullable String value(String name) {
        for (PropertySource<?> source : environment.getPropertySources()) {
            Object value = source.getProperty(name);
            if (value != null) {
                return value.toString();
            }
        }
        return null;
    }

    private String text(String property, String reference) {
        try (InputStream in = files.getResource(reference).getInputStream()) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            return bytes.length > MAX_BYTES
                    ? refuse(property, "refers to a file of more than 64 KiB, which must hold more than the secret")
                    : new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException | UncheckedIOException e) {
            return refuse(property, "refers to a file that cannot be read");
        }
    }

    private static String refuse(String property, String problem) {
        throw new InvalidSettingException(
                property, problem, "Check the name after file: or env:, and that the secret is there.");
    }
}
