package io.github.partnercenter4j.benchmarks;

import io.github.partnercenter4j.benchmarks.subject.Subject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The response server in a process of its own. */
final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final String origin;

    private ServerProcess(Process process, String origin) {
        this.process = process;
        this.origin = origin;
    }

    static ServerProcess start() throws IOException {
        Process process = new ProcessBuilder(Commands.java(List.of("-XX:+UseSerialGC"), ResponseServer.class))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        return new ServerProcess(process, "http://127.0.0.1:" + out.readLine());
    }

    String origin() {
        return origin;
    }

    /** Returns the base URL at which a subject gets a response that it can read. */
    String baseUrl(Subject subject, PreparedResponse response) {
        return origin
                + (subject.isStock() ? new PreparedResponse(response.format(), response.items(), false) : response)
                        .path();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
    }
}
