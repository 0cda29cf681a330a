package io.github.partnercenter4j.sandbox.page

import io.github.partnercenter4j.sandbox.InProcessSandbox
import io.github.partnercenter4j.sandbox.InProcessSandbox.Answer
import spock.lang.Specification

/** Reads the page as a browser does. BrowserSpec uses it in one. */
abstract class SandboxPageSpecification extends Specification {

    static final CUSTOMER = '11111111-2222-3333-4444-555555555555'
    static final CHROME = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8'
    static final HOSTILE = '<script>alert("x")</script>\'&'
    static final ESCAPED = '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&#39;&amp;'

    InProcessSandbox sandbox = new InProcessSandbox()

    Answer move(Map<String, String> fields, Map<String, String> headers = [:]) {
        def body = fields.collect { name, value -> "$name=${URLEncoder.encode(value, 'UTF-8')}" }.join('&')
        sandbox.send('POST', '/_sandbox/status', ['Content-Type': 'application/x-www-form-urlencoded'] + headers, body)
    }

    String key() {
        page().find(/name="key" value="([^"]+)"/) { it[1] }
    }

    String page(InProcessSandbox target = sandbox, String path = '/') {
        target.get(path, [Accept: CHROME]).text()
    }

    /** The status and the reason of each request. */
    static List<List<String>> rows(String html) {
        html.findAll(/(?s)<tr><td class="time">.*?<\/tr>/).collect { row ->
            [row.find(/class="status s\d">(\d+)/) { it[1] }, row.find(/class="why">([^<]*)/) { it[1] } ?: '']
        }
    }
}
