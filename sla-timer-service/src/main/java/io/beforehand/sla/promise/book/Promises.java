package io.beforehand.sla.promise.book;

import io.beforehand.sla.calendar.DatedCalendar;
import io.beforehand.sla.policy.Policy;
import java.util.List;

/** What a file says: every part of it can be worked by. In the order in which it stands there. */
record Promises(List<DatedCalendar> calendars, List<Policy> policies) {

    Promises {
        calendars = List.copyOf(calendars);
        policies = List.copyOf(policies);
    }

    List<String> calendarIds() {
        return calendars.stream().map(calendar -> calendar.ref().id()).toList();
    }

    List<String> policyIds() {
        return policies.stream().map(policy -> policy.ref().id()).toList();
    }
}
