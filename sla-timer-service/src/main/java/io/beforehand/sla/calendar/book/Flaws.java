package io.beforehand.sla.calendar.book;

import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.sla.calendar.Combinations;
import io.beforehand.sla.calendar.DatedCalendar;
import io.beforehand.sla.calendar.Definition;
import io.beforehand.sla.calendar.Flaw;
import io.beforehand.time.Combination.Rule;
import java.util.List;

/** How an author is told what his change would do. */
final class Flaws {

    static final String TOO_MANY = "must come to at most " + Combinations.MOST_HOURS + " hours";

    private Flaws() {}

    static ProblemException refusal(Flaw flaw, DatedCalendar changed) {
        return switch (flaw) {
            case Flaw.Circle(List<String> ids) ->
                ProblemException.invalidField(
                        field(changed.definition()), "must not go round in a circle: " + String.join(" > ", ids));
            case Flaw.TooMany(String id) ->
                ProblemException.invalidField(
                        field(changed.definition()), TOO_MANY + in(id, changed, ": too many in "));
            case Flaw.NeverOpens(String id) ->
                id.equals(changed.ref().id())
                        ? new ProblemException(ErrorCode.CALENDAR_NEVER_OPENS)
                        : new ProblemException(ErrorCode.CALENDAR_NEVER_OPENS, id + " would never open any more");
        };
    }

    private static String in(String id, DatedCalendar changed, String words) {
        return id.equals(changed.ref().id()) ? "" : words + id;
    }

    private static String field(Definition definition) {
        return definition instanceof Definition.Combined(Rule rule, var _) && rule == Rule.ANY_OF ? "anyOf" : "allOf";
    }
}
