package io.beforehand.intake.request.core;

import io.beforehand.events.TraceContext;
import java.util.List;

/** What is accepted as a whole or not at all. */
public record Call(List<Submission> submissions, TraceContext trace) {

    public Call {
        submissions = List.copyOf(submissions);
    }
}
