package consumer;

import io.github.partnercenter4j.client.Credential;
import io.github.partnercenter4j.client.Format;
import io.github.partnercenter4j.client.PartnerCenter;
import io.github.partnercenter4j.client.ServiceException;
import io.github.partnercenter4j.client.orders.ProvisioningOutcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Starts a sandbox in a separate process, and requests an order in JSON and XML and an order that does not exist. */
public class Application {
    private static final Pattern BASE_URL = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
    private static final Pattern TOKEN_FILE = Pattern.compile("\\S+[/\\\\]token\\b");
    private static final Pattern ORDER = Pattern.compile("(?m)^ *([0-9a-f-]{36}) (\\S+)$");

    public static void main(String[] arguments) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process sandbox = new ProcessBuilder(java, "-jar", arguments[0], "sandbox")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader welcome = sandbox.inputReader()) {
            String text = welcome(welcome);
            Matcher order = first(ORDER, text);
            String token = Files.readString(Path.of(first(TOKEN_FILE, text).group())).strip();
            request(first(BASE_URL, text).group(), token, order.group(1), order.group(2));
        } finally {
            sandbox.destroy();
        }
    }

    /** Reads what the sandbox prints, up to the first line after everything that is needed. */
    private static String welcome(BufferedReader lines) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            text.append(line).append('\n');
            if (Stream.of(BASE_URL, TOKEN_FILE, ORDER).allMatch(it -> it.matcher(text).find())) {
                return text.toString();
            }
        }
        throw new AssertionError("The sandbox ended before it printed its address, the file of its token and an order: " + text);
    }

    private static Matcher first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        expect(matcher.find(), pattern + " is not in " + text);
        return matcher;
    }

    private static void request(String baseUrl, String token, String customerId, String orderId) {
        try (PartnerCenter partnerCenter = PartnerCenter.builder()
                .baseUrl(baseUrl)
                .credential(Credential.ofToken(token))
                .build()) {
            for (Format format : Format.values()) {
                var orders = partnerCenter.with(o -> o.format(format)).orders();
                var response = orders.getProvisioningStatusWithResponse(customerId, orderId);
                String contentType = String.valueOf(response.headers().get("Content-Type"));
                expect(contentType.contains(format.name().toLowerCase(Locale.ROOT)), format + " was requested, but the response is " + contentType);
                String reason = ProvisioningOutcome.of(response.value()).reason();
                expect(reason.equals("the line item is fulfilled"), reason);
                try {
                    orders.getProvisioningStatus(customerId, "missing");
                    throw new AssertionError("An order that does not exist was found");
                } catch (ServiceException e) {
                    expect(e.status() == 404 && e.code() != null, e.getMessage());
                }
                System.out.println(format + " works");
            }
        }
    }

    private static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
