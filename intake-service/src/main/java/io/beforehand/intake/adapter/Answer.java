package io.beforehand.intake.adapter;

/**
 * What a channel is answered.
 *
 * @param contentType with its charset where it has one
 */
public record Answer(int status, String contentType, String body) {

    private static final String TEXT = "text/plain; charset=utf-8";

    /** All is well, and there is nothing to say. */
    public static final Answer EMPTY = new Answer(200, TEXT, "");

    /** A status that says it all. */
    public static Answer of(int status) {
        return new Answer(status, TEXT, "");
    }

    public static Answer text(String body) {
        return new Answer(200, TEXT, body);
    }

    public static Answer json(String body) {
        return new Answer(200, "application/json", body);
    }

    public static Answer xml(String body) {
        return new Answer(200, "text/xml; charset=utf-8", body);
    }
}
