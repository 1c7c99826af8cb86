package io.beforehand.sla.calendar.book;

import io.beforehand.http.body.Text;
import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.http.security.Roles;
import io.beforehand.sla.calendar.DatedCalendar;
import io.beforehand.sla.calendar.Definition;
import io.beforehand.sla.calendar.ics.HolidayFile;
import io.beforehand.sla.calendar.ics.HolidayFile.Holidays;
import io.beforehand.sla.calendar.ics.HolidayFile.Malformed;
import io.beforehand.sla.calendar.ics.HolidayFile.PassedOver;
import io.beforehand.sla.calendar.ics.Years;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Takes the holidays of a file into a calendar. */
@Path("/v1/calendars/{id}/holidays")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "calendars")
public class HolidayResource {

    private final CalendarShelf shelf;

    HolidayResource(CalendarShelf shelf) {
        this.shelf = shelf;
    }

    /**
     * What came of a file.
     *
     * @param version the calendar's latest version now; the same as before when nothing was added
     * @param added dates that were no holidays before
     * @param recurringUntil the last date for which recurring events were worked out
     * @param passedOver events that are no holidays
     */
    public record Added(
            String id, int version, List<String> added, String recurringUntil, List<PassedOver> passedOver) {

        public Added {
            added = List.copyOf(added);
            passedOver = List.copyOf(passedOver);
        }
    }

    @POST
    @Consumes("text/calendar")
    @Cancellable(false)
    @Operation(
            summary =
                    "Adds the all-day events of an iCalendar file to the calendar's holidays, which makes a new version",
            description =
                    "Recurring events are worked out from two years ago to thirty years ahead. Nothing is removed.")
    public Uni<Added> add(@PathParam("id") String id, byte[] body) {
        String file = text(body);
        return shelf.asOfNow().emitOn(Infrastructure.getDefaultWorkerPool()).flatMap(asOf -> {
            DatedCalendar latest = asOf.book()
                    .latest(id)
                    .filter(_ -> asOf.book().knows(id))
                    .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
            Years years = Years.around(LocalDate.ofInstant(asOf.now(), ZoneOffset.UTC));
            return add(latest, holidays(file, years), years);
        });
    }

    private Uni<Added> add(DatedCalendar latest, Holidays holidays, Years years) {
        Definition more = latest.definition()
                .withHolidays(holidays.dates())
                .orElseThrow(() -> ProblemException.invalidField("id", "must be a calendar with hours of its own"));
        if (holidays(more).size() > DefinitionReader.MOST_HOLIDAYS) {
            throw ProblemException.invalidField(
                    "holidays",
                    "must be at most " + DefinitionReader.MOST_HOLIDAYS + " dates together with the file's");
        }
        Set<LocalDate> added = new TreeSet<>(holidays.dates());
        added.removeAll(holidays(latest.definition()));
        DatedCalendar content = new DatedCalendar(latest.ref(), more, latest.effectiveFrom());
        return shelf.put(content, Optional.of(latest.ref().version()))
                .map(put -> new Added(
                        latest.ref().id(),
                        put.calendar().ref().version(),
                        added.stream().map(LocalDate::toString).toList(),
                        years.to().toString(),
                        holidays.passedOver()));
    }

    private static Set<LocalDate> holidays(Definition definition) {
        return switch (definition) {
            case Definition.Hours(var hours) -> hours.holidays();
            case Definition.CustomersHours(var hours) -> hours.holidays();
            case Definition.Always _, Definition.Named _, Definition.Combined _ -> Set.of();
        };
    }

    private static Holidays holidays(String file, Years years) {
        return switch (HolidayFile.read(file, years)) {
            case Holidays holidays -> holidays;
            case Malformed(String reason) -> throw new ProblemException(ErrorCode.MALFORMED_CALENDAR, reason);
        };
    }

    /** Of iCalendar files everything is UTF-8 that is not said to be something else, and then it is not taken. */
    private static String text(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            if (Text.isSound(text)) {
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            }
        } catch (CharacterCodingException _) {
            // said below
        }
        throw new ProblemException(ErrorCode.INVALID_TEXT, "the file must be UTF-8");
    }
}
