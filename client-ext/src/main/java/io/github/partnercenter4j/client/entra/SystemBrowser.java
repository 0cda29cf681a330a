package io.github.partnercenter4j.client.entra;

import io.github.partnercenter4j.client.CredentialException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Opens a page in the default browser. MSAL's own method builds an invalid command on Linux: it lacks a space. */
final class SystemBrowser implements Consumer<URI> {
    private final String operatingSystem;

    SystemBrowser(String operatingSystem) {
        this.operatingSystem = operatingSystem.toLowerCase(Locale.ROOT);
    }

    @Override
    public void accept(URI page) {
        try {
            new ProcessBuilder(command(page))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new CredentialException(
                    "No token: no browser can be opened on this machine. What to do: sign in by device code", e);
        }
    }

    List<String> command(URI page) {
        if (operatingSystem.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", page.toString());
        }
        return List.of(operatingSystem.startsWith("mac") ? "open" : "xdg-open", page.toString());
    }
}
