package io.github.partnercenter4j.sandbox.internal.page;

import io.github.partnercenter4j.sandbox.LineItem;
import io.github.partnercenter4j.sandbox.SandboxOrder;
import io.github.partnercenter4j.sandbox.internal.order.LiveOrder;
import io.github.partnercenter4j.sandbox.internal.order.OrderBook;
import io.github.partnercenter4j.sandbox.internal.service.Routes;
import io.github.partnercenter4j.sandbox.spec.SpecModel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes the orders with a form for each line item.
 *
 * @param formKey the secret of the forms
 * @param find only orders whose ids contain this text are shown
 */
record OrdersView(SpecModel spec, OrderBook orders, String formKey, String find) {

    private static final int MAX = 20;
    private static final List<String> STATUSES =
            List.of("PrefulfillmentPending", "Pending", "fulfilled", "Unfulfilled");

    String html() {
        List<LiveOrder> found = orders.live()
                .filter(live -> (live.order().customerId() + " " + live.order().orderId()).contains(find.strip()))
                .toList();
        StringBuilder list = new StringBuilder();
        found.stream().limit(MAX).forEach(live -> list.append(order(live)));
        for (String customer : orders.forbiddenCustomers()) {
            list.append("<article class=\"order\"><p class=\"id\">Customer ").append(Html.escape(customer));
            list.append("</p><p class=\"hint\">Each of its orders gets a 403.</p></article>\n");
        }
        return """
                <section class="card"><h2>Orders</h2>
                <form class="row" method="get" action="/" id="find"><input name="find" value="%s" aria-label="Part of an id" placeholder="Part of an id">
                <button>Find</button></form>
                <div id="orders" data-live>
                %s%s</div>
                <div id="answer" hidden><h3></h3><pre></pre></div>
                </section>""".formatted(Html.escape(find), list, rest(found.size()));
    }

    private static String rest(int found) {
        return found == 0
                ? "<p class=\"hint\">No order has such an id.</p>\n"
                : found <= MAX ? "" : "<p class=\"hint\">%d of %d orders are shown.</p>\n".formatted(MAX, found);
    }

    private String order(LiveOrder live) {
        SandboxOrder order = live.order();
        String link = Routes.provisioningStatus(spec, order.customerId(), order.orderId());
        List<String> statuses = live.statuses();
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < statuses.size(); i++) {
            lines.append(line(order, i, statuses.get(i)));
        }
        return """
                <article class="order"><h3><a data-ask href="%s">%s</a></h3>
                <p class="id">Customer %s</p>
                %s%s</article>
                """.formatted(
                Html.escape(link), Html.escape(order.orderId()), Html.escape(order.customerId()), note(live), lines);
    }

    private static String note(LiveOrder live) {
        String note = !live.isVisible()
                ? "Not visible yet: 404 with code 20000."
                : !live.order().provisioned()
                        ? "Without provisioning data: 404 with code 800007."
                        : live.order().lineItems().isEmpty() ? "Without line items." : "";
        return note.isEmpty() ? "" : "<p class=\"hint\">" + note + "</p>\n";
    }

    private String line(SandboxOrder order, int number, String status) {
        LineItem line = order.lineItems().get(number);
        StringBuilder options = new StringBuilder();
        Set<String> choices = new LinkedHashSet<>(List.of(status));
        choices.addAll(STATUSES);
        choices.forEach(
                each -> options.append("<option>").append(Html.escape(each)).append("</option>"));
        return """
                <form class="line" method="post" action="/_sandbox/status"><span>Line item %d, quantity %d</span>
                <b class="chip %s">%s</b>
                <input type="hidden" name="key" value="%s"><input type="hidden" name="customer" value="%s"><input type="hidden" name="order" value="%s"><input type="hidden" name="line" value="%d">%s
                <select name="status" aria-label="Status of line item %d">%s</select><button>Move</button></form>
                """.formatted(
                number,
                line.quantity(),
                chip(status),
                Html.escape(status),
                Html.escape(formKey),
                Html.escape(order.customerId()),
                Html.escape(order.orderId()),
                number,
                find.isEmpty() ? "" : "<input type=\"hidden\" name=\"find\" value=\"" + Html.escape(find) + "\">",
                number,
                options);
    }

    private static String chip(String status) {
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "fulfilled" -> "good";
            case "unfulfilled" -> "bad";
            default -> "open";
        };
    }
}
