package io.github.partnercenter4j.cli.option;

import io.github.partnercenter4j.client.internal.environment.EnvironmentVariables;
import io.github.partnercenter4j.client.internal.environment.HomeFolder;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that set where a watch keeps its orders: in a file, or in a database that several machines share. */
public final class WatchStoreOptions {
    static final String NAME = "--store";
    public static final String PASSWORD = EnvironmentVariables.DATABASE_PASSWORD;

    private final PasswordSource passwords;
    private final HomeFolder home;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = NAME,
            paramLabel = "FILE|URL",
            description = "Keep the orders and results in this file, or in a PostgreSQL database that several machines"
                    + " share, such as jdbc:postgresql://db.example/orders. The default is a file beside the orders"
                    + " file. Run the same command again to go on.")
    private @Nullable String store;

    @Option(
            names = "--store-user",
            paramLabel = "NAME",
            description = "The user of the database. The password comes" + " from " + PASSWORD + ".")
    private @Nullable String user;

    @Option(
            names = "--store-password-file",
            paramLabel = "FILE",
            description = "Read the database password from this file instead of the environment.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--tenant",
            paramLabel = "NAME",
            defaultValue = "default",
            description = "The partner tenant that is watched, by any name: watches with the same name share orders and"
                    + " quota in a database. The default is ${DEFAULT-VALUE}.")
    private String tenant;

    /**
     * A PostgreSQL database.
     *
     * @param user the user, or null if the URL or the system says it
     * @param password the password, or null if none is needed
     */
    public record Database(
            String url, @Nullable String user, @Nullable String password) {
        @Override
        public String toString() {
            return url;
        }
    }

    public WatchStoreOptions(Map<String, String> environment, PasswordSource passwords) {
        this.passwords = passwords;
        this.home = new HomeFolder(environment);
    }

    public String tenant() {
        return tenant;
    }

    public boolean isGiven() {
        return store != null;
    }

    /**
     * Returns the database.
     *
     * @return null if the store is a file
     * @throws ParameterException if the options do not fit
     */
    public @Nullable Database database() {
        String url = store;
        if (url == null || !DatabaseUrl.isUrl(url)) {
            if (user != null || passwordFile != null) {
                throw refusal("--store-user and --store-password-file need --store with the URL of a database");
            }
            return null;
        }
        InvalidOptionException.check(spec, NAME, () -> DatabaseUrl.check(url, PASSWORD + " or --store-password-file"));
        return new Database(url, user, passwords.find(passwordFile, "--store-password-file", PASSWORD, this::refusal));
    }

    /**
     * Returns the file.
     *
     * @param orders the orders file, beside which it is by default
     * @throws ParameterException if it is the orders file itself, or cannot be a file
     */
    public Path file(Path orders) {
        if (store == null) {
            return orders.resolveSibling(orders.getFileName() + ".watch.db");
        }
        Path file = new PathConverter(home).convert(store);
        if (file.toAbsolutePath().normalize().equals(orders.toAbsolutePath().normalize())) {
            throw refusal(NAME + " is the orders file itself: name another file");
        }
        return file;
    }

    private ParameterException refusal(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
