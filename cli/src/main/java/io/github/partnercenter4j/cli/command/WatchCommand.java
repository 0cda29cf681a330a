package io.github.partnercenter4j.cli.command;

import io.github.partnercenter4j.cli.option.CredentialOptions;
import io.github.partnercenter4j.cli.option.NetworkOptions;
import io.github.partnercenter4j.cli.option.PasswordSource;
import io.github.partnercenter4j.cli.option.ServiceOptions;
import io.github.partnercenter4j.cli.option.SignInFileOption;
import io.github.partnercenter4j.cli.option.VerboseOption;
import io.github.partnercenter4j.cli.option.WatchStoreOptions;
import io.github.partnercenter4j.cli.output.Terminal;
import io.github.partnercenter4j.client.Format;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Watches many orders until each is done. Only its options are here, so that other commands load no database driver. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description =
                "Asks for the provisioning status of many orders until each is done, within the quota of the tenant."
                        + " Stop it with Ctrl-C, and run the same command again to go on.",
        footer = HelpText.WATCH)
public final class WatchCommand implements Callable<Integer> {
    final Map<String, String> environment;
    final Terminal terminal;

    @Spec
    CommandSpec spec;

    @Parameters(
            paramLabel = "ORDERS.csv",
            arity = "0..1",
            description = "The orders: CSV with the columns customerId and orderId. Further columns are carried into"
                    + " the results.")
    @Nullable
    Path orders;

    @Option(
            names = "--results",
            paramLabel = "FILE",
            description = "Add each result to this file, as one line of JSON, in the order of completion.")
    @Nullable
    Path results;

    @Mixin
    WatchStoreOptions store;

    @Option(
            names = "--quota",
            paramLabel = "N",
            defaultValue = "500",
            description =
                    "Send at most N requests in any 60 seconds, on all machines with the same store. The default is"
                            + " ${DEFAULT-VALUE}, what Microsoft allows a tenant.")
    int quota;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "End after this time, such as 30s, 2h or PT2H. The default is to watch until all orders are"
                    + " done.")
    @Nullable
    Duration atMost;

    @Option(
            names = "--give-up-after",
            paramLabel = "TIME",
            defaultValue = "48h",
            description = "Give up an order that is still pending this long after it was added. The default is"
                    + " ${DEFAULT-VALUE}.")
    Duration giveUpAfter;

    @Option(
            names = "--page",
            paramLabel = "FILE",
            description = "Write the progress as an HTML page every few seconds. Open it in a browser.")
    @Nullable
    Path page;

    @Option(
            names = "--sandbox",
            paramLabel = "N",
            description =
                    "Watch N orders of a simulated Partner Center, which takes about two minutes. It needs no token"
                            + " and no orders file.")
    @Nullable
    Integer sandbox;

    @Option(
            names = "--strict",
            description = "Refuse an orders file with a bad line, before anything is sent. The default is to report bad"
                    + " lines and to watch the others.")
    boolean strict;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "json",
            description = "The format to request from the service: json (the default) or xml. The result is the same.")
    Format format;

    @Option(
            names = VerboseOption.NAME,
            description = "Write a line for each change of a line item, and for each result. A token is never shown.")
    boolean verbose;

    @Mixin
    CredentialOptions credentials;

    @Mixin
    ServiceOptions service;

    @Mixin
    NetworkOptions network;

    public WatchCommand(Map<String, String> environment, Terminal terminal) {
        PasswordSource passwords = new PasswordSource(environment, terminal);
        this.credentials = new CredentialOptions(environment, terminal, new SignInFileOption(environment));
        this.network = new NetworkOptions(passwords);
        this.store = new WatchStoreOptions(environment, passwords);
        this.environment = environment;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (spec.commandLine().getParseResult().hasMatchedOption("--retries")) {
            throw refusal("--retries cannot be given: a watch asks for the order again later");
        }
        return new WatchLauncher(this).run().code();
    }

    ParameterException refusal(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
