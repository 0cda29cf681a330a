package io.github.partnercenter4j.cli.option;

import io.github.partnercenter4j.client.Cloud;
import io.github.partnercenter4j.client.Credential;
import io.github.partnercenter4j.client.PartnerCenter;
import io.github.partnercenter4j.client.PartnerCenterBuilder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which service is called, and how. */
public final class ServiceOptions {
    @Option(names = "--cloud", paramLabel = "CLOUD", description = "public (the default), us-government or china.")
    private @Nullable Cloud cloud;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description =
                    "Ask here in place of the cloud's own address: an origin and, if need be, a path, without the version.")
    private @Nullable String baseUrl;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "30s",
            description = "How long all may take, such as 500ms, 30s or 2m. The default is ${DEFAULT-VALUE}.")
    private Duration timeout;

    @Option(
            names = "--retries",
            paramLabel = "N",
            defaultValue = "3",
            description =
                    "How often to ask again, while there is time, after no answer, 408, 429, 500, 502, 503 or 504:"
                            + " 0 to 10. The default is ${DEFAULT-VALUE}.")
    private int retries;

    @Option(
            names = "--application",
            paramLabel = "NAME",
            description = "Name the calling application to the service, in MS-PartnerCenter-Application.")
    private @Nullable String application;

    @Option(
            names = "--max-connections",
            paramLabel = "N",
            defaultValue = "64",
            description =
                    "How many connections may be open at once. The default is ${DEFAULT-VALUE}, and one call takes"
                            + " one.")
    private int maxConnections;

    @Nullable
    public Cloud cloud() {
        return cloud;
    }

    @Nullable
    public String baseUrl() {
        return baseUrl;
    }

    public Duration timeout() {
        return timeout;
    }

    /**
     * Sets a client up.
     *
     * @throws IllegalArgumentException if a value is refused
     */
    public PartnerCenterBuilder client(Credential credential, Cloud cloud, @Nullable String address) {
        PartnerCenterBuilder builder = PartnerCenter.builder()
                .credential(credential)
                .cloud(cloud)
                .timeout(timeout)
                .maxConnections(maxConnections)
                .options(options -> options.maxRetries(retries));
        if (address != null) {
            builder.baseUrl(address);
        }
        if (application != null) {
            builder.options(options -> options.applicationName(application));
        }
        return builder;
    }
}
