package io.beforehand.notification.request;

/**
 * What the customer was last told.
 *
 * @param owner the name of who has it; empty for nobody
 */
record Told(Stage stage, String owner) {

    static final Told NOTHING = new Told(Stage.OPEN, "");

    /** Whether he has to hear of where it stands now: going on after a wait is what he expects. */
    boolean differs(Stage now) {
        return switch (now) {
            case OPEN -> stage.over();
            case CLOSED -> !stage.over();
            case PENDING, ON_HOLD, RESOLVED -> stage != now;
        };
    }
}
