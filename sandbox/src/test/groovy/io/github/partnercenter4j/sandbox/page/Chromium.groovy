package io.github.partnercenter4j.sandbox.page

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import java.net.http.HttpClient
import java.net.http.WebSocket
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CompletionStage
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger

/** A headless Chromium with one page, driven by the Chrome DevTools Protocol. */
class Chromium implements WebSocket.Listener, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper()
    private static final int GUARD_SECONDS = 60

    private final Path profile
    private final Process process
    private final WebSocket socket
    private final AtomicInteger next = new AtomicInteger()
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>()
    private final StringBuilder message = new StringBuilder()
    /** What the browser complained about: errors of scripts, and what the content security policy blocked. */
    final List<String> complaints = new CopyOnWriteArrayList<>()

    Chromium(String command) {
        profile = Files.createTempDirectory('chromium')
        def log = new StringBuilder()
        process = new ProcessBuilder(command, '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
            '--disable-component-update', '--disable-sync', '--hide-scrollbars', '--remote-debugging-port=0', "--user-data-dir=$profile", 'about:blank').redirectErrorStream(true).start()
        def lines = process.inputStream.newReader('UTF-8')
        String line = lines.readLine()
        while (line != null && !line.contains('DevTools listening on ')) {
            log << line + '\n'
            line = lines.readLine()
        }
        assert line != null: "Chromium ended: $log"
        Thread.startDaemon { lines.eachLine { } }
        def port = URI.create(line.split(' ').last()).port
        def page = JSON.readTree("http://127.0.0.1:$port/json/list".toURL()).find { it.path('type').asText() == 'page' }
        socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(URI.create(page.path('webSocketDebuggerUrl').asText()), this).get(GUARD_SECONDS, TimeUnit.SECONDS)
        ['Page.enable', 'Runtime.enable', 'Log.enable'].each { send(it) }
        send('Emulation.setFocusEmulationEnabled', [enabled: true])
        send('Browser.grantPermissions', [permissions: ['clipboardReadWrite', 'clipboardSanitizedWrite']])
    }

    void size(int width, int height) {
        send('Emulation.setDeviceMetricsOverride', [width: width, height: height, deviceScaleFactor: 1, mobile: width < 500])
    }

    void open(String url) {
        send('Page.navigate', [url: url])
        until("document.readyState === 'complete' && location.href.startsWith(${JSON.writeValueAsString(url)})")
    }

    /** Returns the value of a JavaScript expression. */
    Object value(String expression) {
        def result = send('Runtime.evaluate', [expression: expression, awaitPromise: true, returnByValue: true, userGesture: true])
        assert !result.has('exceptionDetails'): "$expression: ${result.path('exceptionDetails')}"
        JSON.convertValue(result.path('result').path('value'), Object)
    }

    /** Waits until a JavaScript expression is true. Returns its value, or true for an object. */
    Object until(String expression) {
        value("new Promise(done => { const look = () => { const found = ($expression); if (found) done(typeof found === 'object' ? true : found); else setTimeout(look, 50); }; look(); })")
    }

    void click(String selector) {
        until("document.querySelector(${JSON.writeValueAsString(selector)})?.click() ?? !!document.querySelector(${JSON.writeValueAsString(selector)})")
    }

    void picture(Path file, int width, int height) {
        def clip = [x: 0, y: 0, width: width, height: height, scale: 1]
        Files.write(file, Base64.decoder.decode(send('Page.captureScreenshot', [format: 'png', clip: clip, captureBeyondViewport: true]).path('data').asText()))
    }

    JsonNode send(String method, Map<String, ?> parameters = [:]) {
        def id = next.incrementAndGet()
        def answer = new CompletableFuture<JsonNode>()
        waiting.put(id, answer)
        socket.sendText(JSON.writeValueAsString([id: id, method: method, params: parameters]), true).get(GUARD_SECONDS, TimeUnit.SECONDS)
        def reply = answer.get(GUARD_SECONDS, TimeUnit.SECONDS)
        assert !reply.has('error'): "$method: $reply"
        reply.path('result')
    }

    @Override
    CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        message.append(data)
        if (last) {
            def received = JSON.readTree(message.toString())
            message.length = 0
            if (received.has('id')) {
                waiting.remove(received.path('id').asInt()).complete(received)
            } else if (received.path('method').asText() == 'Runtime.exceptionThrown' || received.at('/params/entry/level').asText() == 'error') {
                complaints << received.path('params').toString()
            }
        }
        from.request(1)
        null
    }

    /** Ends all processes of the browser first: they write into the profile until then. */
    @Override
    void close() {
        socket?.abort()
        def processes = [process.toHandle()] + process.descendants().toList()
        processes*.destroy()
        processes.each { it.onExit().get(GUARD_SECONDS, TimeUnit.SECONDS) }
        profile.toFile().deleteDir()
    }
}
