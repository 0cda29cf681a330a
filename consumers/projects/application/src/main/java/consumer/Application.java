package consumer;

import io.github.partnercenter4j.client.Credential;
import io.github.partnercenter4j.client.Format;
import io.github.partnercenter4j.client.PartnerCenter;
import io.github.partnercenter4j.client.ServiceException;
import io.github.partnercenter4j.client.orders.ProvisioningOutcome;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Starts a sandbox in a separate process, and requests an order in JSON and XML and an order that does not exist. */
public class Application {
    public static void main(String[] arguments) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process sandbox = new ProcessBuilder(java, "-jar", arguments[0], "sandbox")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader welcome = sandbox.inputReader()) {
            String baseUrl = next(welcome, "The sandbox is running at (\\S+)\\. Press Ctrl-C to stop it\\.").group(1);
            String token = next(welcome, "  (\\S{100,})").group(1);
            Matcher order = next(welcome, "  (\\S{36}) (\\S+)");
            request(baseUrl, token, order.group(1), order.group(2));
        } finally {
            sandbox.destroy();
        }
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

    private static Matcher next(BufferedReader lines, String pattern) throws Exception {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher matcher = Pattern.compile(pattern).matcher(line);
            if (matcher.matches()) {
                return matcher;
            }
        }
        throw new AssertionError("The sandbox ended before it printed " + pattern);
    }

    private static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
