package io.github.partnercenter4j.cli.command;

import io.github.partnercenter4j.cli.option.CredentialOptions.Selected;
import io.github.partnercenter4j.cli.option.InvalidOptionException;
import io.github.partnercenter4j.cli.option.WatchStoreOptions.Database;
import io.github.partnercenter4j.cli.output.ExitCode;
import io.github.partnercenter4j.cli.watch.CsvSource;
import io.github.partnercenter4j.cli.watch.DatabasePool;
import io.github.partnercenter4j.cli.watch.OrderSource;
import io.github.partnercenter4j.cli.watch.ResultsFileException;
import io.github.partnercenter4j.cli.watch.SandboxSource;
import io.github.partnercenter4j.cli.watch.StopSignal;
import io.github.partnercenter4j.cli.watch.TemporaryFolder;
import io.github.partnercenter4j.cli.watch.WatchOutput;
import io.github.partnercenter4j.cli.watch.WatchPlan;
import io.github.partnercenter4j.cli.watch.WatchRun;
import io.github.partnercenter4j.client.Cloud;
import io.github.partnercenter4j.client.Credential;
import io.github.partnercenter4j.client.PartnerCenter;
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox;
import io.github.partnercenter4j.watch.ProvisioningWatch;
import io.github.partnercenter4j.watch.ProvisioningWatchBuilder;
import io.github.partnercenter4j.watch.Quota;
import io.github.partnercenter4j.watch.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Turns the options of {@code pcorders watch} into a run, and runs it. */
final class WatchLauncher {
    /** How long Ctrl-C waits beyond the timeout of a request, before the JVM ends in any case. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String GOING_ON = "To go on, run the same command again: ";
    private static final Duration SANDBOX_MIN_PAUSE = Duration.ofSeconds(2);
    private static final Duration SANDBOX_MAX_PAUSE = Duration.ofSeconds(10);

    private final WatchCommand command;
    private final WatchOutput output;

    WatchLauncher(WatchCommand command) {
        this.command = command;
        this.output = new WatchOutput(command.terminal, command.environment);
    }

    ExitCode run() {
        UnaryOperator<ProvisioningWatchBuilder> limits = limits();
        try (StopSignal stop = new StopSignal(command.service.timeout().plus(PATIENCE))) {
            try {
                return command.sandbox == null
                        ? watchService(limits, stop)
                        : watchSandbox(limits, command.sandbox, stop);
            } catch (StoreException | ResultsFileException e) {
                output.clear();
                command.terminal.error(sentence(String.valueOf(e.getMessage())));
                if (e instanceof StoreException store && store.kind() == StoreException.Kind.FULL) {
                    output.notice(GOING_ON + sameCommand());
                }
                return ExitCode.STORE;
            } finally {
                output.clear();
                // After Ctrl-C the JVM ends with the signal's own code, as soon as the signal is closed.
                command.terminal.flush();
            }
        }
    }

    /** In one line, without the position that a database adds, and with one full stop. */
    private static String sentence(String message) {
        return message.replaceAll("\\s*\\R\\s*Position: \\d+", "")
                        .replaceAll("\\s*\\R\\s*", " ")
                        .replaceAll("\\.+$", "")
                + ".";
    }

    /** Checks the limits before anything is opened. */
    private UnaryOperator<ProvisioningWatchBuilder> limits() {
        ProvisioningWatchBuilder probe = ProvisioningWatch.builder();
        check("--quota", () -> Quota.perMinute(command.quota));
        check("--give-up-after", () -> probe.giveUpAfter(command.giveUpAfter));
        check("--timeout", () -> probe.callTimeout(command.service.timeout()));
        check("--tenant", () -> probe.tenant(command.store.tenant()));
        return builder -> builder.quota(Quota.perMinute(command.quota))
                .giveUpAfter(command.giveUpAfter)
                .callTimeout(command.service.timeout())
                .tenant(command.store.tenant());
    }

    private void check(String option, Runnable setter) {
        InvalidOptionException.check(command.spec, option, setter);
    }

    private ExitCode watchService(UnaryOperator<ProvisioningWatchBuilder> limits, StopSignal stop)
            throws ResultsFileException {
        Path orders = command.orders;
        if (orders == null) {
            throw command.refusal("ORDERS.csv is missing; to try the command without it, use --sandbox 200");
        }
        if (command.results == null) {
            throw command.refusal("--results is missing: name the file for the results");
        }
        requireDifferentFiles(orders);
        Database database = command.store.database();
        Path file = database == null ? command.store.file(orders) : null;
        CsvSource source = new CsvSource(orders, command::refusal);
        source.checkHeader();
        if (command.strict) {
            source.checkLines(output);
        }
        Selected selected = command.credentials.find(command.service.cloud(), command.network);
        output.notice("Store: " + (file == null ? database : file) + (command.store.isGiven() ? "" : " (see --store)"));
        try (PartnerCenter partnerCenter = client(selected.credential(), selected.cloud(), command.service.baseUrl());
                DatabasePool pool = database == null ? null : DatabasePool.open(database)) {
            return run(
                    source,
                    String.valueOf(orders.getFileName()),
                    builder -> limits.apply(store(builder.partnerCenter(partnerCenter), file, pool)),
                    selected.replaceable(),
                    GOING_ON + sameCommand(),
                    stop);
        }
    }

    private static ProvisioningWatchBuilder store(
            ProvisioningWatchBuilder builder, @Nullable Path file, @Nullable DatabasePool pool) {
        return file == null ? builder.dataSource(pool.dataSource()) : builder.store(file);
    }

    private ExitCode watchSandbox(UnaryOperator<ProvisioningWatchBuilder> limits, int count, StopSignal stop)
            throws ResultsFileException {
        refuseWithSandbox("ORDERS.csv", command.orders);
        refuseWithSandbox("--base-url", command.service.baseUrl());
        refuseWithSandbox("--cloud", command.service.cloud());
        refuseWithSandbox("--token-file", command.credentials.tokenFile());
        refuseWithSandbox("--store", command.store.isGiven() ? "" : null);
        if (count == 0) {
            throw command.refusal("--sandbox needs 1 order or more");
        }
        try (PartnerCenterSandbox sandbox = PartnerCenterSandbox.builder()
                        .quota(command.quota)
                        .forbiddenCustomer(SandboxSource.FORBIDDEN_CUSTOMER)
                        .start();
                TemporaryFolder folder = TemporaryFolder.create();
                PartnerCenter partnerCenter =
                        client(Credential.ofToken(sandbox.token()), Cloud.PUBLIC, sandbox.baseUrl())) {
            command.terminal.hide(sandbox.token());
            if (command.page == null) {
                output.notice("To see it in a browser too, add --page FILE.html.");
            }
            return run(
                    new SandboxSource(sandbox, count),
                    count + " orders of the sandbox",
                    builder -> limits.apply(builder.partnerCenter(partnerCenter).store(folder.file("watch.db")))
                            .pauses(SANDBOX_MIN_PAUSE, SANDBOX_MAX_PAUSE),
                    false,
                    "A sandbox does not go on: it ends with the command.",
                    stop);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for temporary files cannot be used", e);
        }
    }

    private ExitCode run(
            OrderSource orders,
            String name,
            UnaryOperator<ProvisioningWatchBuilder> settings,
            boolean waitsForToken,
            String goingOn,
            StopSignal stop)
            throws ResultsFileException {
        if (command.page != null) {
            output.notice("Page: " + command.page.toAbsolutePath().normalize().toUri());
        }
        return new WatchRun(
                        new WatchPlan(
                                name,
                                () -> settings.apply(ProvisioningWatch.builder()),
                                orders,
                                command.results,
                                command.page,
                                command.atMost,
                                command.verbose,
                                waitsForToken,
                                goingOn),
                        output)
                .run(stop);
    }

    private PartnerCenter client(Credential credential, Cloud cloud, @Nullable String address) {
        return new OrderCall(command.spec, command.service, command.network, command.terminal)
                .client(credential, cloud, address, command.format);
    }

    private String sameCommand() {
        List<String> words = new ArrayList<>(JavaCommandLine.words());
        words.addAll(command.spec.root().commandLine().getParseResult().originalArgs());
        return ShellLine.of(words);
    }

    private void requireDifferentFiles(Path orders) {
        List<Path> files = new ArrayList<>(List.of(orders));
        for (Path file : new Path[] {command.results, command.page}) {
            if (file != null) {
                files.add(file);
            }
        }
        long different = files.stream()
                .map(file -> file.toAbsolutePath().normalize())
                .distinct()
                .count();
        if (different < files.size()) {
            throw command.refusal("ORDERS.csv, --results and --page must be different files");
        }
    }

    private void refuseWithSandbox(String option, @Nullable Object value) {
        if (value != null) {
            throw command.refusal(
                    "--sandbox has its own orders, store, address and token, so " + option + " cannot be given");
        }
    }
}
