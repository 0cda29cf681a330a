package io.github.partnercenter4j.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Returns the versions of pcorders and Java, which a bug report needs. */
public final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(
                getClass().getResourceAsStream("/io/github/partnercenter4j/cli/version.properties"))) {
            properties.load(in);
        }
        return new String[] {
            "pcorders " + properties.getProperty("version") + " (Java " + System.getProperty("java.version") + ")"
        };
    }
}
