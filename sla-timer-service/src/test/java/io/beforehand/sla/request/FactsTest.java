package io.beforehand.sla.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.events.Mail;
import io.beforehand.events.Priority;
import io.beforehand.events.RequestEvent.RequestOpened;
import io.beforehand.events.StreamEvent;
import io.beforehand.sla.clock.Fact;
import io.beforehand.sla.policy.Choice;
import io.beforehand.sla.policy.Policy;
import io.beforehand.sla.policy.RequestTraits;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactsTest {

    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

    private static final RequestTraits TRAITS =
            new RequestTraits(Priority.STANDARD, "", Channel.EMAIL, "", "", "u", "");
    private static final Choice CHOSEN = new Choice(Policy.NONE, TRAITS);

    @Test
    void aMailOfAMachineOpensARequestThatNobodyIsToldOf() {
        assertThat(opened(new Mail("a@example.com", List.of(), "token", true)))
                .isEqualTo(new Fact.OpenedByMachine(AT, CHOSEN));
    }

    @Test
    void aPersonsMailAndWhatIsNoMailOpenARequestLikeAnyOther() {
        assertThat(opened(new Mail("a@example.com", List.of(), "token", false))).isEqualTo(new Fact.Opened(AT, CHOSEN));
        assertThat(opened(null)).isEqualTo(new Fact.Opened(AT, CHOSEN));
    }

    private static Fact opened(Mail mail) {
        RequestOpened opened = new RequestOpened(
                "R-1",
                Priority.STANDARD,
                null,
                null,
                null,
                Channel.EMAIL,
                "support",
                "c",
                null,
                new Customer("u", null, null, null, null),
                "m",
                null,
                AT,
                mail);
        return Facts.of(new StreamEvent("r1", 1, AT, null, opened), TRAITS, _ -> CHOSEN)
                .orElseThrow();
    }
}
