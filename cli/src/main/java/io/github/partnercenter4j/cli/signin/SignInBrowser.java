package io.github.partnercenter4j.cli.signin;

import io.github.partnercenter4j.client.CredentialException;
import io.github.partnercenter4j.client.entra.EntraCredential;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;

/** Shows the page of a sign-in, opens it in a browser, and remembers if that failed. */
public final class SignInBrowser implements Consumer<URI> {
    private final String commands;
    private final Consumer<String> notice;
    private volatile boolean failed;

    /**
     * Creates a browser.
     *
     * @param notice shows a line to the user
     */
    public SignInBrowser(Map<String, String> environment, Consumer<String> notice) {
        this.commands = environment.getOrDefault(BrowserCommand.VARIABLE, "").strip();
        this.notice = notice;
    }

    @Override
    public void accept(URI page) {
        notice.accept("If the page does not open by itself, open it in a browser on this machine: " + page);
        try {
            if (commands.isEmpty()) {
                EntraCredential.systemBrowser().accept(page);
                return;
            }
        } catch (CredentialException e) {
            failed = true;
            throw e;
        }
        if (!new BrowserCommand(commands).open(page)) {
            failed = true;
            throw new CredentialException("No token: the command in " + BrowserCommand.VARIABLE + " failed", null);
        }
    }

    /** Returns true if there is no browser on this machine that can be opened. */
    public boolean hasFailed() {
        return failed;
    }
}
