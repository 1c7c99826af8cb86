package io.beforehand.intake.adapter.helpdesk;

import io.beforehand.events.Priority;
import io.beforehand.events.RequestStatus;
import io.beforehand.intake.request.core.Hints;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What help desks call where a ticket stands and how much it matters, and Freshdesk's numbers for it. */
final class TicketWords {

    private TicketWords() {}

    static Optional<RequestStatus> status(@Nullable String word) {
        return Optional.ofNullable(
                switch (lower(word)) {
                    case "new", "open", "2" -> RequestStatus.OPEN;
                    case "pending", "waiting on customer", "3", "6" -> RequestStatus.PENDING;
                    case "hold", "on-hold", "on hold", "waiting on third party", "7" -> RequestStatus.ON_HOLD;
                    case "solved", "resolved", "4" -> RequestStatus.RESOLVED;
                    case "closed", "5" -> RequestStatus.CLOSED;
                    default -> null;
                });
    }

    /** Only what stands out; every ticket that nobody looked at is normal. */
    static Hints hints(@Nullable String priority) {
        return switch (lower(priority)) {
            case "urgent" -> new Hints(null, Priority.URGENT, null, null, false);
            case "high" -> new Hints(null, Priority.HIGH, null, null, false);
            default -> Hints.NONE;
        };
    }

    static String lower(@Nullable String word) {
        return word == null ? "" : word.strip().toLowerCase(Locale.ROOT);
    }
}
