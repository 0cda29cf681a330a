package io.github.partnercenter4j.cli.option;

import io.github.partnercenter4j.client.Cloud;
import io.github.partnercenter4j.client.Credential;
import io.github.partnercenter4j.client.PartnerCenter;
import io.github.partnercenter4j.client.PartnerCenterBuilder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that set where the service is and how it is called. */
public final class ServiceOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--cloud",
            paramLabel = "CLOUD",
            description = "The cloud to call: public (the default), us-government or china.")
    private @Nullable Cloud cloud;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "Call this URL instead of the cloud's own: an origin and, if needed, a path, without the API"
                    + " version.")
    private @Nullable String baseUrl;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "30s",
            description =
                    "The time limit for the whole call, retries included, such as 500ms, 30s or 2m. The default is"
                            + " ${DEFAULT-VALUE}.")
    private Duration timeout;

    @Option(
            names = "--retries",
            paramLabel = "N",
            defaultValue = "3",
            description = "How often to retry within the time limit if there is no response or the status is 408, 429,"
                    + " 500, 502, 503 or 504: 0 to 10. The default is ${DEFAULT-VALUE}.")
    private int retries;

    @Option(
            names = "--application",
            paramLabel = "NAME",
            description = "The name of your application, sent in the header MS-PartnerCenter-Application.")
    private @Nullable String application;

    @Option(
            names = "--max-connections",
            paramLabel = "N",
            defaultValue = "64",
            description = "The maximum number of open connections. The default is ${DEFAULT-VALUE}; one call uses one.")
    private int maxConnections;

    public @Nullable Cloud cloud() {
        return cloud;
    }

    public @Nullable String baseUrl() {
        return baseUrl;
    }

    public Duration timeout() {
        return timeout;
    }

    /**
     * Returns a client builder that has these options.
     *
     * @param address replaces the cloud's own address, or null
     * @throws InvalidOptionException if the builder refuses a value
     */
    public PartnerCenterBuilder client(Credential credential, Cloud cloud, @Nullable String address) {
        PartnerCenterBuilder builder =
                PartnerCenter.builder().credential(credential).cloud(cloud);
        check("--timeout", () -> builder.timeout(timeout));
        check("--max-connections", () -> builder.maxConnections(maxConnections));
        check("--retries", () -> builder.options(options -> options.maxRetries(retries)));
        if (address != null) {
            check("--base-url", () -> builder.baseUrl(address));
        }
        String name = application;
        if (name != null) {
            check("--application", () -> builder.options(options -> options.applicationName(name)));
        }
        return builder;
    }

    private void check(String option, Runnable setter) {
        InvalidOptionException.check(spec, option, setter);
    }
}
