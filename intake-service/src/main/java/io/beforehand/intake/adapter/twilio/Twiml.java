package io.beforehand.intake.adapter.twilio;

import io.beforehand.intake.adapter.Answer;
import java.time.Duration;
import java.util.List;

/** What Twilio is told to do. */
final class Twiml {

    /** Nothing: a message gets no answer by this way, and a call ends. */
    static final Answer NOTHING = Answer.xml("<Response/>");

    private Twiml() {}

    /**
     * Say something, wait, and ask again.
     *
     * @param lines may hold anything; what is no text in XML is left out
     * @param address whom to ask: absolute, or relative to where this is said
     */
    static Answer hold(SpokenLanguage language, List<String> lines, Duration pause, String address) {
        StringBuilder response = new StringBuilder("<Response>");
        for (String line : lines) {
            response.append("<Say language=\"").append(language.tag()).append("\">");
            response.append(escaped(line)).append("</Say>");
        }
        response.append("<Pause length=\"").append(pause.toSeconds()).append("\"/>");
        response.append("<Redirect method=\"POST\">").append(escaped(address)).append("</Redirect></Response>");
        return Answer.xml(response.toString());
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().filter(Twiml::isText).forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> escaped.appendCodePoint(point);
            }
        });
        return escaped.toString();
    }

    private static boolean isText(int point) {
        boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return !surrogate && (point >= ' ' || point == '\n' || point == '\t') && (point & 0xfffe) != 0xfffe;
    }
}
