package io.beforehand.benchmarks.calendar;

import io.beforehand.time.BusinessCalendar;
import io.beforehand.time.WorkingCalendar;
import java.util.ArrayList;
import java.util.List;

/** Whether the peers come to the same answers: a fast one that is wrong would be no peer. */
final class Agreement {

    private Agreement() {}

    /** How many of the questions asked in the benchmark a peer answers like Beforehand, of jBPM both without lunch. */
    static double share(Subject peer) {
        BusinessCalendar ours = peer == Subject.JBPM
                ? new WorkingCalendar(Office.hours(Office.ZONE, Office.window(Office.OPENS, Office.CLOSES)))
                : Subject.BEFOREHAND.make();
        BusinessCalendar theirs = peer.make();
        Starts starts = new Starts();
        int asked = 0;
        int same = 0;
        for (Distance distance : Distance.values()) {
            for (int i = 0; i < starts.count(); i++) {
                asked++;
                if (ours.due(starts.at(i), distance.goal()).equals(theirs.due(starts.at(i), distance.goal()))) {
                    same++;
                }
            }
        }
        return (double) same / asked;
    }

    static String line() {
        List<String> words = new ArrayList<>();
        for (Subject peer : List.of(Subject.DAY_BY_DAY, Subject.MPXJ, Subject.JBPM)) {
            words.add("%s %.1f %%".formatted(peer.title(), 100 * share(peer)));
        }
        return "Answers to \"when is it due\" that are Beforehand's: " + String.join(", ", words) + ".";
    }
}
