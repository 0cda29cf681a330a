package io.github.partnercenter4j.client.internal.call;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.partnercenter4j.client.CallListener;
import java.io.IOException;

/** Tells the listeners of a call about each request. */
final class ListenerFilter implements Client {
    private final Client next;

    ListenerFilter(Client next) {
        this.next = next;
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        Call call = (Call) options;
        if (call.settings().listeners().isEmpty()) {
            return next.execute(request, options);
        }
        for (CallListener listener : call.settings().listeners()) {
            listener.beforeRequest(call.deadline().remaining());
        }
        int status = 0;
        try {
            Response response = next.execute(request, options);
            status = response.status();
            return response;
        } finally {
            for (CallListener listener : call.settings().listeners()) {
                listener.afterRequest(status);
            }
        }
    }
}
