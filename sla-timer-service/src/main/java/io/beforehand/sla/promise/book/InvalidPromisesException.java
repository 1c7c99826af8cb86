package io.beforehand.sla.promise.book;

import java.util.List;

/** A file that does not count. */
final class InvalidPromisesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param problems all there are, each with its place in the file */
    InvalidPromisesException(List<String> problems) {
        super(String.join("; ", problems));
    }
}
