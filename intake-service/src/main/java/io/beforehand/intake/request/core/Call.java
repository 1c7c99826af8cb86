package io.beforehand.intake.request.core;

import io.beforehand.events.TraceContext;
import java.util.List;

/**
 * What is accepted as a whole or not at all.
 *
 * @param lenient whether what does not fit, such as a reply in a request that is not known, is passed over instead: a channel could
 *     do nothing about it
 */
public record Call(List<Submission> submissions, TraceContext trace, boolean lenient) {

    public Call {
        submissions = List.copyOf(submissions);
    }

    /** One whose sender hears what does not fit. */
    public Call(List<Submission> submissions, TraceContext trace) {
        this(submissions, trace, false);
    }
}
