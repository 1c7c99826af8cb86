package io.beforehand.intake.request.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.Channel;
import io.beforehand.intake.request.core.EarlyChange.Waiting;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EarlyChangeTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final ConversationKey CHAT = new ConversationKey(Channel.CHAT, "main", "c-1");
    private static final Waiting FIRST = new Waiting(CHAT, false, "first", NOW);
    private static final Waiting LATER = new Waiting(null, false, "later", NOW.plusSeconds(1));
    private static final Waiting TAKEN_BACK = new Waiting(null, true, null, NOW);

    @Test
    void whatWasChangedLastCountsInWhateverOrderItComes() {
        assertThat(FIRST.and(LATER).text()).isEqualTo("later");
        assertThat(LATER.and(FIRST).text()).isEqualTo("later");
    }

    @Test
    void whatIsTakenBackStaysSo() {
        assertThat(TAKEN_BACK.and(LATER).retracted()).isTrue();
        assertThat(LATER.and(TAKEN_BACK).retracted()).isTrue();
    }

    @Test
    void theConversationIsKnownIfAnyOfThemNamesIt() {
        assertThat(FIRST.and(LATER).in()).isEqualTo(CHAT);
        assertThat(LATER.and(FIRST).in()).isEqualTo(CHAT);
        assertThat(FIRST.and(TAKEN_BACK).in()).isEqualTo(CHAT);
    }
}
