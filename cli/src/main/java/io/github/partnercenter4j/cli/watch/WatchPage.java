package io.github.partnercenter4j.cli.watch;

import io.github.partnercenter4j.watch.PendingOrder;
import io.github.partnercenter4j.watch.WatchPause;
import io.github.partnercenter4j.watch.WatchProgress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * Writes the page of a watch: one HTML document without scripts and without anything to load.
 *
 * @param name what is watched, such as the name of the orders file
 * @param state whether the watch goes on
 * @param now the time of the page
 * @param goingOn what the user has to do to go on after a stop
 */
record WatchPage(
        String name,
        State state,
        Instant now,
        WatchProgress progress,
        ProgressHistory history,
        WatchStatistics statistics,
        List<PendingOrder> pending,
        String goingOn) {
    private static final int REFRESH_SECONDS = 3;

    /** Whether the watch goes on. */
    enum State {
        RUNNING,
        STOPPED
    }

    String html() {
        long all = progress.done() + progress.open();
        long percent = all == 0 ? 100 : 100 * progress.done() / all;
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n");
        page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        if (state == State.RUNNING) {
            page.append("<meta http-equiv=\"refresh\" content=\"" + REFRESH_SECONDS + "\">\n");
        }
        page.append("<title>")
                .append(percent)
                .append("% of ")
                .append(Html.escape(name))
                .append("</title>\n");
        page.append("<style>\n").append(PageStyle.CSS).append("</style></head>\n<body>\n");
        page.append("<h1>").append(Html.escape(name)).append("</h1>\n").append(status(percent));
        page.append("<div class=\"tiles\">\n");
        tile(page, "fulfilled", Html.number(progress.fulfilled()), "fulfilled");
        tile(page, "pending", Html.number(progress.open()), "pending");
        tile(page, "unfulfilled", Html.number(progress.unfulfilled()), "unfulfilled");
        tile(page, "failed", Html.number(progress.failed()), "failed");
        if (progress.givenUp() > 0) {
            tile(page, "failed", Html.number(progress.givenUp()), "given up");
        }
        tile(
                page,
                "blue",
                requests(),
                "requests in " + TimeText.of(progress.quota().window()));
        page.append("</div>\n<div class=\"charts\">\n");
        chart(
                page,
                "Orders over time",
                PageCharts.orders(history.samples()),
                legend("fulfilled", "fulfilled")
                        + legend("unfulfilled", "unfulfilled")
                        + legend("failed", "failed")
                        + legend("pending", "pending"));
        chart(
                page,
                "Requests beside the quota",
                PageCharts.requests(history.samples()),
                legend("blue", "requests")
                        + legend("failed", "quota")
                        + (PageCharts.isLowered(history.samples()) ? legend("unfulfilled", "used since a 429") : ""));
        chart(
                page,
                "How long orders took",
                PageCharts.times(statistics.times()),
                "From the first request to the result. A label is where its bar begins.");
        page.append("</div>\n");
        pending(page);
        failures(page);
        return page.append("</body></html>\n").toString();
    }

    private String requests() {
        return Html.number(progress.requestsInWindow()) + " / "
                + Html.number(progress.quota().requests());
    }

    private String status(long percent) {
        WatchPause pause = progress.pause();
        String time = now.truncatedTo(ChronoUnit.SECONDS).toString();
        if (state == State.STOPPED) {
            String end = progress.open() == 0 ? "Done." : "Stopped. " + Html.escape(goingOn);
            return "<p>%d%% done. %s Written at %s.</p>\n".formatted(percent, end, time);
        } else if (pause != null) {
            return "<p class=\"paused\">Paused: %s (%s)</p>\n".formatted(Html.escape(pause.reason()), time);
        }
        Duration left = progress.timeLeft();
        return "<p>%d%% done%s. Written at %s, and every few seconds.</p>\n"
                .formatted(percent, left == null ? "" : ", " + TimeText.of(left) + " left", time);
    }

    private static void tile(StringBuilder page, String style, String value, String name) {
        page.append("<div class=\"%s\"><b>%s</b><span>%s</span></div>\n".formatted(style, value, name));
    }

    private static void chart(StringBuilder page, String title, String svg, String caption) {
        page.append("<section><h2>%s</h2>%s<p class=\"caption\">%s</p></section>\n".formatted(title, svg, caption));
    }

    private static String legend(String style, String name) {
        return "<span class=\"legend %s\">%s</span>".formatted(style, name);
    }

    private void pending(StringBuilder page) {
        if (pending.isEmpty()) {
            return;
        }
        page.append("<section><h2>Pending the longest</h2><table><thead><tr><th>since<th>requests<th>customer<th>order")
                .append("<th>reason</tr></thead>\n");
        for (PendingOrder order : pending) {
            String reason = order.reason();
            page.append("<tr>");
            cell(page, "number", "since", TimeText.of(Duration.between(order.added(), now)));
            cell(page, "number", "requests", Integer.toString(order.requests()));
            cell(page, "id", "customer", order.customerId());
            cell(page, "id", "order", order.orderId());
            cell(page, "", "reason", reason == null ? "not asked for yet" : reason);
            page.append("</tr>\n");
        }
        page.append("</table></section>\n");
    }

    private void failures(StringBuilder page) {
        if (statistics.failures().isEmpty()) {
            return;
        }
        page.append("<section><h2>What failed</h2><table><thead><tr><th>orders<th>reason</tr></thead>\n");
        for (Map.Entry<String, Long> failure : statistics.failures()) {
            page.append("<tr>");
            cell(page, "number", "orders", Html.number(failure.getValue()));
            cell(page, "", "reason", failure.getKey());
            page.append("</tr>\n");
        }
        page.append("</table></section>\n");
    }

    private static void cell(StringBuilder page, String style, String name, String text) {
        page.append("<td class=\"%s\" data-name=\"%s\">%s</td>".formatted(style, name, Html.escape(text)));
    }
}
