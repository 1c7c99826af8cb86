package io.beforehand.notification.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.Channel;
import io.beforehand.events.StreamProgress;
import io.beforehand.notification.delivery.Content;
import io.beforehand.notification.delivery.NewDelivery;
import io.beforehand.notification.language.Language;
import io.beforehand.notification.mail.MailThread;
import io.beforehand.notification.request.Acknowledgement;
import io.beforehand.notification.request.Correspondence;
import io.beforehand.notification.request.Handling;
import io.beforehand.notification.request.Outlook;
import io.beforehand.notification.request.Promise;
import io.beforehand.notification.request.RequestState;
import io.beforehand.notification.request.Updates;
import io.beforehand.notification.template.TemplateKind;
import io.beforehand.notification.template.TextTemplate;
import io.beforehand.notification.template.Wording;
import io.beforehand.notification.testing.Golden;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AcknowledgementsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final Instant UNTIL = NOW.plusSeconds(1);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Promise IN_AN_HOUR = new Promise.By(NOW.plus(Duration.ofHours(1)));
    private static final Promise TOMORROW = new Promise.By(NOW.plus(Duration.ofHours(32)));
    private static final Promise OVERDUE = new Promise.By(NOW.minusSeconds(1));

    private final Acknowledgements shipped = new Acknowledgements(new AcknowledgementText(Wording.SHIPPED, SHANGHAI));

    @ParameterizedTest
    @EnumSource
    void theShippedWordingSaysWhatIsKnownAndNothingElse(Language language) {
        Map<String, Outlook> cases = new LinkedHashMap<>();
        cases.put("nothing known", Outlook.UNKNOWN);
        cases.put("owner", new Outlook(IN_AN_HOUR, new Handling.Owned("Ada")));
        cases.put("owner unnamed", new Outlook(IN_AN_HOUR, new Handling.Owned(" ")));
        cases.put("queued", new Outlook(IN_AN_HOUR, new Handling.Queued(3)));
        cases.put("queued with estimate", new Outlook(TOMORROW, new Handling.QueuedFor(3, Duration.ofSeconds(400))));
        cases.put("promise alone", new Outlook(TOMORROW, new Handling.Unknown()));
        cases.put("overdue already", new Outlook(OVERDUE, new Handling.Owned("小林")));

        StringBuilder rendered = new StringBuilder();
        AcknowledgementText text = new AcknowledgementText(Wording.SHIPPED, SHANGHAI);
        cases.forEach((name, outlook) -> rendered.append(name)
                .append(": ")
                .append(text.write(to(language), outlook, NOW))
                .append('\n'));

        Golden.assertMatches(
                "acknowledgement." + language.tag() + ".txt",
                rendered.toString().strip());
    }

    @Test
    void aCompleteAcknowledgementGoesAtOnceAsThisWebhook() {
        // When
        NewDelivery delivery = shipped.open(request(new Outlook(IN_AN_HOUR, new Handling.Owned("Ada"))), NOW, null);

        // Then
        assertThat(delivery.dueAt()).isEqualTo(NOW);
        Golden.assertMatches("acknowledgement.webhook.json", ((Content.Written) delivery.content()).body());
    }

    @Test
    void anAcknowledgementWithoutAPromiseNamesNoTime() {
        Golden.assertMatches(
                "acknowledgement-without-promise.webhook.json",
                shipped.complete(request(Outlook.UNKNOWN), NOW).content().body());
    }

    @Test
    void anIncompleteAcknowledgementIsStoredUnwrittenAndDueWhenItsWaitEnds() {
        // When
        NewDelivery delivery = shipped.open(request(new Outlook(IN_AN_HOUR, new Handling.Unknown())), NOW, null);

        // Then
        assertThat(delivery.content()).isEqualTo(new Content.Unwritten());
        assertThat(delivery.dueAt()).isEqualTo(UNTIL);
    }

    @Test
    void anOperatorsTemplateForTheChannelComesBeforeTheOneForAllAndTheShippedOne() {
        // Given
        Wording own = new Wording(Map.of(use("chat"), template("chat {number}"), use("any"), template("any {number}")));

        // Then
        AcknowledgementText text = new AcknowledgementText(own, SHANGHAI);
        assertThat(text.write(to(Language.ENGLISH), Outlook.UNKNOWN, NOW)).isEqualTo("chat R-1042");
        assertThat(text.write(byMail(), Outlook.UNKNOWN, NOW)).isEqualTo("any R-1042");
        assertThat(text.write(to(Language.TRADITIONAL_CHINESE), Outlook.UNKNOWN, NOW))
                .isEqualTo("我們已收到您的請求 R-1042。");
    }

    private static Wording.Use use(String channel) {
        return new Wording.Use(TemplateKind.ACKNOWLEDGEMENT, channel, Language.ENGLISH);
    }

    private static TextTemplate template(String text) {
        return TextTemplate.parse(text, TemplateKind.ACKNOWLEDGEMENT.places());
    }

    private static RequestState request(Outlook outlook) {
        return new RequestState(
                "0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b",
                3,
                to(Language.SIMPLIFIED_CHINESE),
                outlook,
                new Acknowledgement.Waiting(UNTIL),
                Updates.NONE,
                StreamProgress.NONE);
    }

    private static Correspondence to(Language language) {
        return new Correspondence(
                "R-1042", Channel.CHAT, "default", "conv-77", "wang@example.com", language, MailThread.NONE, false);
    }

    private static Correspondence byMail() {
        return new Correspondence(
                "R-1042",
                Channel.EMAIL,
                "default",
                "conv-77",
                "wang@example.com",
                Language.ENGLISH,
                MailThread.NONE,
                false);
    }
}
