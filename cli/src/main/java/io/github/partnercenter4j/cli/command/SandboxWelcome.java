package io.github.partnercenter4j.cli.command;

import io.github.partnercenter4j.cli.option.StoreOption;
import io.github.partnercenter4j.cli.output.Printable;
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox;
import io.github.partnercenter4j.sandbox.SandboxOrder;
import io.github.partnercenter4j.sandbox.spec.Operation;
import io.github.partnercenter4j.sandbox.token.AuthorizationServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text that a started sandbox prints: its URL and orders, and commands that can be pasted into a shell. */
final class SandboxWelcome {
    private final PartnerCenterSandbox sandbox;
    private final SandboxFiles files;
    private final boolean tls;
    private final boolean signIn;

    SandboxWelcome(PartnerCenterSandbox sandbox, SandboxFiles files, boolean tls, boolean signIn) {
        this.sandbox = sandbox;
        this.files = files;
        this.tls = tls;
        this.signIn = signIn;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append("The sandbox is running at ").append(sandbox.baseUrl()).append(". Press Ctrl-C to stop it.\n");
        text.append("Open this address in a browser to see its requests, move orders and try the operations.\n");
        section(
                text,
                "Print the access token (accepted only by this sandbox):",
                List.of(ShellLine.of(List.of(
                        ShellLine.IS_WINDOWS ? "type" : "cat", files.token().toString()))));
        if (sandbox.servesOrders()) {
            section(text, "Orders (CUSTOMER ORDER):", orders());
        } else {
            section(text, "Operations:", operations());
        }
        List<String> forbidden = sandbox.forbiddenCustomers();
        if (!forbidden.isEmpty()) {
            section(text, "Customers whose orders return 403:", forbidden);
        }
        section(text, "OpenAPI document:", List.of(sandbox.baseUrl() + "/openapi.yaml"));
        if (sandbox.servesOrders()) {
            section(
                    text,
                    "Request an order, in another shell:",
                    List.of(
                            ShellLine.of(curl(sandbox.provisioningStatusUrl(sandbox.customerId(), sandbox.orderId()))),
                            ShellLine.of(status(tls, "--token-file", files.token()))));
        } else {
            firstGet()
                    .ifPresent(operation -> section(
                            text,
                            "Send a request, in another shell:",
                            List.of(ShellLine.of(curl(sandbox.operationUrl(operation.id()))))));
        }
        if (signIn) {
            section(
                    text,
                    sandbox.servesOrders() ? "Sign in, then request an order as the signed-in user:" : "Sign in:",
                    sandbox.servesOrders()
                            ? List.of(
                                    ShellLine.of(login()), ShellLine.of(status(true, StoreOption.NAME, files.signIn())))
                            : List.of(ShellLine.of(login())));
        }
        return text.toString();
    }

    private static void section(StringBuilder text, String title, List<String> lines) {
        text.append('\n').append(title).append('\n');
        lines.forEach(line -> text.append("  ").append(Printable.escape(line)).append('\n'));
    }

    private List<String> orders() {
        return sandbox.orders().stream()
                .map((SandboxOrder order) -> order.customerId() + " " + order.orderId())
                .toList();
    }

    private List<String> operations() {
        return sandbox.spec().operations().stream()
                .map(operation -> operation.method() + " " + sandbox.operationUrl(operation.id()))
                .toList();
    }

    private Optional<Operation> firstGet() {
        return sandbox.spec().operations().stream()
                .filter(operation -> operation.method().equals("GET"))
                .findFirst();
    }

    private List<String> curl(String url) {
        // Otherwise curl would use a configured proxy even for this machine.
        List<String> words = new ArrayList<>(List.of("curl", "--noproxy", "127.0.0.1"));
        if (tls) {
            words.addAll(List.of("--cacert", String.valueOf(files.certificate())));
        }
        // In a file, because other users can list the arguments of a process.
        words.addAll(List.of("-H", "@" + files.header()));
        words.add(url);
        return words;
    }

    /**
     * Returns the command that requests the sample order.
     *
     * @param overHttps true if the service, or the authorization server that refreshes the token, uses HTTPS
     * @param source the option that names the file
     */
    private List<String> status(boolean overHttps, String source, Path file) {
        List<String> words = new ArrayList<>(JavaCommandLine.words());
        words.addAll(List.of("status", "--base-url", sandbox.baseUrl()));
        if (overHttps) {
            words.addAll(List.of("--trust-store", String.valueOf(files.certificate())));
        }
        words.addAll(List.of(source, file.toString()));
        words.addAll(List.of("--customer", sandbox.customerId(), "--order", sandbox.orderId()));
        return words;
    }

    private List<String> login() {
        AuthorizationServer authority = sandbox.authorizationServer();
        List<String> words = new ArrayList<>(JavaCommandLine.words());
        words.addAll(List.of("login", "--tenant", authority.tenantId(), "--client-id", authority.clientId()));
        words.addAll(List.of("--authority", authority.url(), "--device-code"));
        words.addAll(List.of("--trust-store", String.valueOf(files.certificate())));
        words.addAll(List.of(StoreOption.NAME, files.signIn().toString()));
        return words;
    }
}
