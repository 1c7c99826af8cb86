package io.beforehand.benchmarks.calendar;

import io.beforehand.time.BusinessCalendar;
import io.beforehand.time.Combination;
import io.beforehand.time.Combination.Rule;
import io.beforehand.time.Openings;
import io.beforehand.time.Window;
import io.beforehand.time.WorkingCalendar;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

/** Who is asked. */
public enum Subject {
    BEFOREHAND("Beforehand", Subject.of(Office.hours())),
    ALL_OF("  all of three", Subject.of(new Combination(Rule.ALL_OF, meeting()))),
    ANY_OF("  any of three", Subject.of(new Combination(Rule.ANY_OF, followingTheSun()))),
    DAY_BY_DAY("loop over days", DayByDay::new),
    MPXJ("MPXJ", Mpxj::new),
    JBPM("jBPM (no lunch)", Jbpm::new);

    private final String title;
    private final Supplier<BusinessCalendar> maker;

    Subject(String title, Supplier<BusinessCalendar> maker) {
        this.title = title;
        this.maker = maker;
    }

    String title() {
        return title;
    }

    /** One that was asked nothing yet. */
    BusinessCalendar make() {
        return maker.get();
    }

    private static Supplier<BusinessCalendar> of(Openings openings) {
        return () -> new WorkingCalendar(openings);
    }

    /** The office, a supplier and a customer who work longer elsewhere. */
    private static List<Openings> meeting() {
        return List.of(
                Office.hours(),
                Office.hours(ZoneId.of("Europe/London"), Window.parse("07:30", "20:00")),
                Office.hours(
                        ZoneId.of("Europe/Athens"), Window.parse("06:00", "13:30"), Window.parse("13:45", "22:00")));
    }

    private static List<Openings> followingTheSun() {
        return List.of(
                Office.hours(ZoneId.of("Asia/Singapore")), Office.hours(), Office.hours(ZoneId.of("America/Denver")));
    }
}
