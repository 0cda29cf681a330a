package io.github.partnercenter4j.sandbox.internal.page;

import io.github.partnercenter4j.sandbox.internal.service.ExchangeLog.Exchange;
import io.github.partnercenter4j.sandbox.internal.service.Quota;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Writes the page.
 *
 * @param url the URL under which the browser has the page
 * @param documented true if the sandbox responds as the document says
 * @param orders the part with the orders, or an empty text
 * @param links the targets of GET requests for the operations without a rule
 */
record PageView(
        PageDocument document,
        String url,
        boolean documented,
        String token,
        Quota.Usage quota,
        String orders,
        List<String> links,
        List<Exchange> exchanges) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    String html() {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Sandbox: %1$s</title>
                <link rel="icon" href="/_sandbox/icon.svg">
                <link rel="stylesheet" href="/_sandbox/swagger-ui.css">
                <link rel="stylesheet" href="/_sandbox/page.css">
                </head>
                <body>
                <header><div class="wrap">
                <h1>Partner Center sandbox</h1>
                <p>A simulated service at <code>%2$s</code>, which responds %3$s.
                It serves <a href="/openapi.yaml">%1$s %4$s</a>.</p>
                </div></header>
                <main class="wrap">
                <div class="columns">
                <div>
                %5$s
                %6$s
                %7$s
                </div>
                %8$s
                </div>
                <section class="card" id="try"><h2>Try it out</h2>
                <div id="swagger" data-schemes="%9$s"><p class="hint">The document is shown here if JavaScript is on.</p></div>
                </section>
                </main>
                <script src="/_sandbox/swagger-ui-bundle.js"></script>
                <script src="/_sandbox/page.js"></script>
                </body>
                </html>
                """.formatted(
                        Html.escape(document.title()),
                        Html.escape(url),
                        documented ? "as the document says" : "as the service was observed to",
                        Html.escape(document.version()),
                        access(),
                        orders,
                        linksPart(),
                        requests(),
                        Html.escape(String.join(" ", document.schemes())));
    }

    private String access() {
        return """
                <section class="card" id="access"><h2>Access token</h2>
                <p class="hint">Only this sandbox accepts it, in the header <code>Authorization: Bearer</code>.</p>
                <div class="row"><input id="token" readonly value="%s" aria-label="Access token">
                <button type="button" id="copy">Copy</button></div>
                </section>""".formatted(Html.escape(token));
    }

    private String linksPart() {
        if (links.isEmpty()) {
            return "";
        }
        StringBuilder list = new StringBuilder();
        for (String link : links) {
            list.append("<li><a data-ask href=\"").append(Html.escape(link)).append("\">");
            list.append(Html.escape(link)).append("</a></li>\n");
        }
        return """
                <section class="card" id="links"><h2>Requests with known ids</h2>
                <ul class="links">
                %s</ul>
                </section>""".formatted(list);
    }

    private String requests() {
        StringBuilder rows = new StringBuilder();
        for (Exchange exchange : exchanges) {
            rows.append("<tr><td class=\"time\">").append(TIME.format(exchange.time()));
            rows.append("</td><td class=\"status s")
                    .append(exchange.status() / 100)
                    .append("\">");
            rows.append(exchange.status()).append("</td><td><code>");
            rows.append(Html.escape(exchange.method() + " " + exchange.target()))
                    .append("</code>");
            rows.append(
                    exchange.reason().isEmpty() ? "" : "<p class=\"why\">" + Html.escape(exchange.reason()) + "</p>");
            rows.append("</td></tr>\n");
        }
        String table = exchanges.isEmpty()
                ? "<p class=\"hint\">None yet. The requests of this page for itself are not shown.</p>"
                : "<table><thead><tr><th>UTC</th><th>Status</th><th>Request, and why it failed</th></tr></thead><tbody>\n"
                        + rows + "</tbody></table>";
        return """
                <section class="card" id="requests" data-live><h2>Last requests</h2>
                %s
                %s
                </section>""".formatted(quotaPart(), table);
    }

    private String quotaPart() {
        boolean full = !quota.pause().isZero();
        String text = "%d of %d requests within %s.%s"
                .formatted(
                        quota.used(),
                        quota.limit(),
                        seconds(quota.window()),
                        full ? " More get a 429 for another " + seconds(quota.pause()) + "." : "");
        return "<div class=\"quota%s\"><label for=\"quota\">Quota: %s</label><progress id=\"quota\" max=\"%d\" value=\"%d\"></progress></div>"
                .formatted(
                        full ? " full" : "", text, Math.max(1, quota.limit()), quota.limit() == 0 ? 1 : quota.used());
    }

    private static String seconds(Duration time) {
        return time.plusNanos(999_999_999).toSeconds() + " s";
    }
}
