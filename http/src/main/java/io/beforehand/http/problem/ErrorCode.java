package io.beforehand.http.problem;

import java.util.Locale;

/** The stable words by which clients tell refusals apart. Added to, never renamed. */
public enum ErrorCode {
    MALFORMED_JSON(400, "The body is not valid JSON"),
    MALFORMED_CLOUDEVENT(400, "The body is not a valid CloudEvent"),
    MALFORMED_MAIL(400, "The body is not a valid mail"),
    MALFORMED_DELIVERY(400, "The body is not what the channel sends"),
    MALFORMED_CALENDAR(400, "The body is not a valid iCalendar file"),
    INVALID_TEXT(400, "Text must not hold NUL or lone surrogates"),
    INVALID_FIELD(400, "A field has a value that is not allowed"),
    BAD_REQUEST(400, "The request cannot be understood"),
    SIGNATURE_MISSING(401, "The request is not signed"),
    SIGNATURE_INVALID(401, "The signature does not match"),
    TIMESTAMP_OUTSIDE_WINDOW(401, "The signature is too old or from the future"),
    TOKEN_INVALID(401, "A valid operator token is needed"),
    NOT_ALLOWED(403, "This is not allowed"),
    CHANNEL_UNKNOWN(404, "There is no such channel"),
    ACCOUNT_UNKNOWN(404, "There is no such channel account"),
    REQUEST_UNKNOWN(404, "There is no such request, or it is not known here yet"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "The method is not offered here"),
    NOT_ACCEPTABLE(406, "Only application/json is offered here"),
    ID_REUSED(409, "The id was used before for something else"),
    VERSION_CONFLICT(409, "Somebody else changed it in the meantime"),
    OVER_CAPACITY(409, "There is no capacity left"),
    ALREADY_REPLAYED(409, "It has been replayed already"),
    WAIVER_EXISTS(409, "The clock has a waiver already, waiting or approved"),
    WAIVER_DECIDED(409, "The waiver has been decided already"),
    CALENDAR_IN_USE(409, "Policies or calendars go by it"),
    CUSTOMER_AMBIGUOUS(409, "Several customers go by that id"),
    PROMISE_NEEDED(409, "Requests would be left without any promise"),
    BODY_TOO_LARGE(413, "The body is larger than allowed"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body's media type is not supported here"),
    CALENDAR_NEVER_OPENS(422, "The calendar never opens"),
    DUE_TOO_FAR(422, "The deadline lies too far in the future"),
    POLICY_INVALID(422, "The policy is not valid"),
    TRANSITION_NOT_ALLOWED(422, "The request cannot go there from where it is"),
    NOT_BREACHED(422, "Only a breach can be waived"),
    SECOND_PERSON_NEEDED(422, "Who asks for a waiver cannot approve it"),
    RATE_LIMITED(429, "Too many calls"),
    INTERNAL_ERROR(500, "Something went wrong here"),
    STORAGE_UNAVAILABLE(503, "The storage cannot be reached; try again shortly");

    private final int status;
    private final String title;

    ErrorCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status that goes with it, always. */
    public int status() {
        return status;
    }

    /** One sentence for people. */
    public String title() {
        return title;
    }

    /** The word in JSON, such as {@code id-reused}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The code for a status that the framework chose. */
    static ErrorCode ofStatus(int status) {
        return switch (status) {
            case 401 -> TOKEN_INVALID;
            case 403 -> NOT_ALLOWED;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> BODY_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> RATE_LIMITED;
            case 503 -> STORAGE_UNAVAILABLE;
            default -> status >= 400 && status < 500 ? BAD_REQUEST : INTERNAL_ERROR;
        };
    }
}
