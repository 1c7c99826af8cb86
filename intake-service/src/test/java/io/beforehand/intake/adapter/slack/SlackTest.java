package io.beforehand.intake.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.intake.adapter.ChannelEvent.Said;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.Example;
import io.beforehand.intake.adapter.Verification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the examples of Slack do not show, or show otherwise. */
class SlackTest {

    private final SlackAdapter slack = new SlackAdapter();

    @Test
    void aCommandIsSeenByItsWriterOnlySoTheConversationIsHis() {
        // Given
        Example example = Example.of("slack", "slash-command-official-vector");

        // When
        Said said = said(example.delivery());

        // Then
        assertThat(slack.verify(example.delivery(), example.keys(), example.now()))
                .isEqualTo(Verification.SIGNED);
        assertThat(said.origin().conversation()).isEqualTo("T1DC2JH3J/G8PSS9T3V/U2CERLKJA");
        assertThat(said.origin().key())
                .isEqualTo("trigger_id:398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c");
        assertThat(said.origin().messageId()).isEqualTo("398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c");
        assertThat(said.origin().occurredAt()).isEqualTo(Instant.parse("2018-07-12T18:36:58Z"));
        assertThat(said.customer().id()).isEqualTo("T1DC2JH3J/U2CERLKJA");
        assertThat(said.content().text()).isEmpty();
    }

    @Test
    void commandsOfTwoPeopleInOneChannelAreTwoConversations() {
        assertThat(said(command("U1")).origin().conversation())
                .isNotEqualTo(said(command("U2")).origin().conversation());
        assertThat(said(command("U1")).origin().conversation())
                .isEqualTo(said(command("U1")).origin().conversation());
    }

    private Said said(Delivery delivery) {
        return (Said)
                slack.parse(delivery, Example.of("slack", "app-mention").keys()).getFirst();
    }

    private static Delivery command(String user) {
        Delivery delivery = Example.of("slack", "slash-command-official-vector").delivery();
        String form = new String(delivery.body(), StandardCharsets.UTF_8).replace("U2CERLKJA", user);
        return new Delivery(
                delivery.method(), delivery.target(), delivery.headers(), form.getBytes(StandardCharsets.UTF_8));
    }
}
