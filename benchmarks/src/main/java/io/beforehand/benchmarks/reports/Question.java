package io.beforehand.benchmarks.reports;

import java.time.LocalDate;
import java.util.List;

/**
 * A report as people ask for it.
 *
 * @param what it is about, for people
 * @param query its parameters
 */
record Question(String what, String query) {

    /** @param today the last day that there are verdicts of */
    static List<Question> all(LocalDate today) {
        String everything = "from=" + today.minusDays(VerdictFiller.DAYS);
        return List.of(
                new Question("everything by metric", everything + "&by=metric"),
                new Question("the same, within 30m and of a target", everything + "&by=metric&within=30m&target=95"),
                new Question("everything by channel, policy and team", everything + "&by=channel,policy,team"),
                new Question("everything by team and week", everything + "&by=team,week&zone=Europe/Berlin"),
                new Question("one metric by agent", everything + "&by=agent&metric=first-response"),
                new Question(
                        "thirty days by team and metric", "from=" + today.minusDays(30) + "&by=team,metric&target=95"),
                new Question(
                        "a week by channel and day",
                        "from=" + today.minusDays(7) + "&by=channel,day&zone=Europe/Berlin"),
                new Question("a day by hour and channel", "from=" + today.minusDays(1) + "&by=hour,channel"));
    }
}
