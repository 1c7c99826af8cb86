package io.beforehand.benchmarks.calendar;

import io.beforehand.time.BusinessCalendar;
import io.beforehand.time.Combination;
import io.beforehand.time.Combination.Rule;
import io.beforehand.time.Openings;
import io.beforehand.time.WorkingCalendar;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

/** Who is asked. */
public enum Subject {
    BEFOREHAND("Beforehand", Subject.of(Office.hours())),
    ALL_OF("  all of three", Subject.of(combined(Rule.ALL_OF, "Europe/Berlin", "Europe/London", "Europe/Athens"))),
    ANY_OF("  any of three", Subject.of(combined(Rule.ANY_OF, "Asia/Singapore", "Europe/Berlin", "America/Denver"))),
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

    private static Openings combined(Rule rule, String... zones) {
        return new Combination(
                rule,
                List.of(zones).stream()
                        .<Openings>map(zone -> Office.hours(ZoneId.of(zone)))
                        .toList());
    }
}
