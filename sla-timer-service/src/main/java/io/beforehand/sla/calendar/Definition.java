package io.beforehand.sla.calendar;

import io.beforehand.time.AlwaysOpen;
import io.beforehand.time.Combination;
import io.beforehand.time.Combination.Rule;
import io.beforehand.time.OpeningHours;
import io.beforehand.time.Openings;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** When a calendar is open, as somebody wrote it. */
public sealed interface Definition {

    /** Round the clock: only what is built in says so. */
    record Always() implements Definition {}

    /** Hours in a place. */
    record Hours(OpeningHours hours) implements Definition {}

    /**
     * Hours in whatever place the customer is.
     *
     * @param otherwise the same in the place that counts when the customer's is not known
     */
    record CustomersHours(OpeningHours otherwise) implements Definition {}

    /** Those of another calendar. */
    record Named(String id) implements Definition {}

    /** @param members at least one */
    record Combined(Rule rule, List<Definition> members) implements Definition {

        public Combined {
            members = List.copyOf(members);
        }
    }

    /** The calendars that it names itself. */
    default Set<String> names() {
        return switch (this) {
            case Always _, Hours _, CustomersHours _ -> Set.of();
            case Named(String id) -> Set.of(id);
            case Combined combined ->
                combined.members().stream()
                        .map(Definition::names)
                        .flatMap(Collection::stream)
                        .collect(Collectors.toSet());
        };
    }

    /** Whether it says itself that the customer's zone counts. */
    default boolean goesByCustomer() {
        return switch (this) {
            case Always _, Hours _, Named _ -> false;
            case CustomersHours _ -> true;
            case Combined combined -> combined.members().stream().anyMatch(Definition::goesByCustomer);
        };
    }

    /** The same with more holidays; empty if it has no hours of its own that they could close. */
    default Optional<Definition> withHolidays(Set<LocalDate> more) {
        return switch (this) {
            case Hours(OpeningHours hours) -> Optional.of(new Hours(hours.withHolidays(more)));
            case CustomersHours(OpeningHours otherwise) ->
                Optional.of(new CustomersHours(otherwise.withHolidays(more)));
            case Always _, Named _, Combined _ -> Optional.empty();
        };
    }

    /**
     * What it comes to.
     *
     * @param named what a calendar that it names comes to
     * @param customersZone if it is known
     */
    default Openings openings(Function<String, Openings> named, Optional<ZoneId> customersZone) {
        return switch (this) {
            case Always _ -> new AlwaysOpen();
            case Hours(OpeningHours hours) -> hours;
            case CustomersHours(OpeningHours otherwise) ->
                customersZone.map(otherwise::in).orElse(otherwise);
            case Named(String id) -> named.apply(id);
            case Combined(Rule rule, List<Definition> members) ->
                new Combination(
                        rule,
                        members.stream()
                                .map(member -> member.openings(named, customersZone))
                                .toList());
        };
    }
}
