package io.github.partnercenter4j.client.entra;

import io.github.partnercenter4j.client.CredentialException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens a page in the default browser, and notices if that fails. MSAL's own method builds an invalid command on Linux: it lacks a space. */
final class SystemBrowser implements Consumer<URI> {
    /** A command that has failed ends sooner. One that runs longer may be the browser. */
    private static final int SECONDS_TO_FAIL = 3;

    private final String operatingSystem;

    SystemBrowser(String operatingSystem) {
        this.operatingSystem = operatingSystem.toLowerCase(Locale.ROOT);
    }

    @Override
    public void accept(URI page) {
        run(command(page));
    }

    static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (process.waitFor(SECONDS_TO_FAIL, TimeUnit.SECONDS) && process.exitValue() != 0) {
                throw noBrowser(null);
            }
        } catch (IOException e) {
            throw noBrowser(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CredentialException("No token: interrupted while opening the browser", e);
        }
    }

    private static CredentialException noBrowser(@Nullable IOException cause) {
        return new CredentialException(
                "No token: no browser can be opened on this machine. What to do: sign in by device code", cause);
    }

    List<String> command(URI page) {
        if (operatingSystem.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", page.toString());
        }
        return List.of(operatingSystem.startsWith("mac") ? "open" : "xdg-open", page.toString());
    }
}
