package io.beforehand.localstack.demo;

/** What kind of news a line is, in a word, and the colour of that word. */
enum Label {
    NEW("NEW", "1;36"),
    AGAIN("AGAIN", "36"),
    TOLD("TOLD", "32"),
    OWNER("OWNER", "34"),
    QUEUE("QUEUE", "35"),
    UPDATE("UPDATE", "32"),
    ANSWER("ANSWER", "1;32"),
    WARNING("WARNING", "1;33"),
    BROKEN("BROKEN", "1;31"),
    ON_CALL("ON CALL", "1;37;41"),
    SOLVED("SOLVED", "1;32"),
    AGENT("AGENT", "34"),
    NOTE("NOTE", "37");

    private final String word;
    private final String colour;

    Label(String word, String colour) {
        this.word = word;
        this.colour = colour;
    }

    String word() {
        return word;
    }

    /** Parameters of the terminal's "select graphic rendition". */
    String colour() {
        return colour;
    }
}
