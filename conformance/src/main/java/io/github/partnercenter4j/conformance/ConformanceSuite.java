package io.github.partnercenter4j.conformance;

import io.github.partnercenter4j.conformance.exchange.Target;
import io.github.partnercenter4j.conformance.report.SuiteTests;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A JUnit 5 test class that derives requirements from an OpenAPI document, and tests each of them. Extend it, and return the document:
 *
 * <pre>{@code
 * class SubscriptionsConformanceTest extends ConformanceSuite {
 *     @Override
 *     protected Path spec() {
 *         return Path.of("src/main/openapi/subscriptions.yaml");
 *     }
 *
 *     @Override
 *     protected List<Class<?>> client() {
 *         return List.of(SubscriptionsApi.class);
 *     }
 * }
 * }</pre>
 *
 * <p>The <i>server</i> ledger tests the sandbox, started with the document, or another server: see {@link #target()}. The <i>client</i> ledger
 * tests the client with the generated interfaces. Each requirement is a test. Its check must accept a good exchange and reject a bad one.
 * The reports are in {@link #reports()}: {@code index.html} for people, {@code coverage.json} and {@code faults.json} for programs, and
 * JUnit XML with the id of each requirement.
 */
public abstract class ConformanceSuite {

    /** Creates the suite. */
    protected ConformanceSuite() {}

    /**
     * Returns the OpenAPI document.
     *
     * @return the file, as YAML or JSON. A relative path begins at the working directory, which is the folder of the module in Maven.
     */
    protected abstract Path spec();

    /**
     * Returns what is tested as the client.
     *
     * @return the interfaces that are generated from the document; by default none, so that only the server is tested
     */
    protected List<Class<?>> client() {
        return List.of();
    }

    /**
     * Returns the server to test instead of the sandbox. Only requests that change nothing are sent to it, one after the other. It cannot be told
     * what to respond with, so a requirement that its responses do not show is skipped.
     *
     * @return the base URL, an origin and an optional prefix: the path of the document's first server is added. {@code https}, or {@code http} on
     *     this machine. By default null, for the sandbox.
     */
    protected @Nullable URI target() {
        return null;
    }

    /**
     * Returns the access token for {@link #target()}.
     *
     * @return the token, which no report and no message shows; by default empty
     */
    protected String token() {
        return "";
    }

    /**
     * Returns values of parameters that {@link #target()} knows, such as the id of a customer.
     *
     * @return the values by the name of the parameter; by default none, so that the examples of the document are sent
     */
    protected Map<String, String> arguments() {
        return Map.of();
    }

    /**
     * Returns how long to wait between two requests to {@link #target()}.
     *
     * @return the pause; by default a second
     */
    protected Duration pause() {
        return Duration.ofSeconds(1);
    }

    /**
     * Returns where the reports are written.
     *
     * @return a folder; by default {@code target/conformance} and the name of the class
     */
    protected Path reports() {
        return Path.of("target", "conformance", getClass().getSimpleName());
    }

    /**
     * Runs the suite and writes the reports.
     *
     * @return a test for each requirement, and one for each family of mutations
     * @throws IOException if the document cannot be read or a report cannot be written
     * @throws IllegalArgumentException if the document has something that is not supported. The message begins with its JSON pointer.
     */
    @TestFactory
    public final Stream<DynamicNode> requirements() throws IOException {
        URI url = target();
        Target target = url == null ? null : new Target(url, token(), arguments(), pause());
        List<SuiteTests.Result> results =
                SuiteTests.run(getClass().getSimpleName(), Files.readString(spec()), client(), target, reports());
        return results.stream().map(SuiteTests.Result::getGroup).distinct().map(group -> container(group, results));
    }

    private static DynamicNode container(String group, Collection<SuiteTests.Result> results) {
        return DynamicContainer.dynamicContainer(
                group,
                results.stream()
                        .filter(result -> result.getGroup().equals(group))
                        .map(result -> DynamicTest.dynamicTest(result.getName(), () -> report(result))));
    }

    private static void report(SuiteTests.Result result) {
        if (result.getSkipped() != null) {
            Assumptions.abort("Does not apply: " + result.getSkipped());
        }
        if (result.getFailure() != null) {
            Assertions.fail(result.getFailure());
        }
    }
}
