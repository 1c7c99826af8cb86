package io.beforehand.benchmarks.load;

/** What a request came to, as its sender knows it. */
public sealed interface Answer {

    /** 202: it is stored. */
    record Accepted(String requestId) implements Answer {}

    /**
     * Not accepted. Whether it is stored is unknown for everything but a clear refusal (4xx).
     *
     * @param cause few distinct words: the status and the problem's code, or the kind of failure
     */
    record Failed(String cause, boolean perhapsStored) implements Answer {}
}
