package io.beforehand.sla.job;

/** What a job does, on a thread of its own that may block. */
@FunctionalInterface
public interface JobWork {

    /** @return the answer, which becomes JSON */
    Object run(Progress progress);
}
