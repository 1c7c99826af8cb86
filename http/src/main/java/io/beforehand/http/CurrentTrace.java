package io.beforehand.http;

import io.beforehand.events.EventCodec;
import io.beforehand.events.TraceContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * The trace that the current call belongs to: a new step of the caller's {@code traceparent}, a new trace where it sent none or
 * none that is valid. To be read before the work is handed to another context, and carried on as an argument.
 */
@RequestScoped
public class CurrentTrace {

    private final TraceContext context;

    CurrentTrace(HttpHeaders headers) {
        this.context = TraceContext.parse(headers.getHeaderString(EventCodec.TRACEPARENT))
                .map(TraceContext::next)
                .orElseGet(TraceContext::start);
    }

    public TraceContext get() {
        return context;
    }
}
