package io.beforehand.intake.adapter.teams;

import static io.beforehand.intake.adapter.Calls.only;
import static io.beforehand.intake.adapter.Calls.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.intake.adapter.Calls;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.ChannelEvent.Said;
import io.beforehand.intake.adapter.CountedText;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.TextOrigin;
import io.beforehand.intake.request.core.Attachment;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityTest {

    private final TeamsAdapter teams = new TeamsAdapter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"text\": \"<at>Bot</at>&nbsp;退款\", \"recipient\": {\"id\": \"28:b\"}, \"entities\": [{\"type\": \"mention\", \"text\": \"<at>Bot</at>\", \"mentioned\": {\"id\": \"28:b\"}}] | 退款 | TYPED",
                "\"text\": \"<at>Ann</at> look\", \"recipient\": {\"id\": \"28:b\"}, \"entities\": [{\"type\": \"mention\", \"text\": \"<at>Ann</at>\", \"mentioned\": {\"id\": \"29:a\"}}] | @Ann look | TYPED",
                "\"text\": \"<at>SLA</at> ask <at>Ann</at>\" | ask @Ann | TYPED",
                "\"value\": {\"choice\": \"refund\"} | {\"choice\":\"refund\"} | CHOSEN",
                "\"value\": \"refund\" | refund | CHOSEN",
                "\"attachments\": [{\"contentType\": \"text/html\", \"content\": \"<p>hello <b>you</b></p>\"}] | hello you | STRIPPED_HTML",
                "\"attachments\": [] |  | NONE"
            })
    void whatIsSaidIsReadWithoutTheMentionOfUs(String fields, String text, TextOrigin origin) {
        // When
        Said said = said(teams, activity("message", fields));

        // Then
        assertThat(said.content().text()).isEqualTo(text);
        assertThat(said.content().textOrigin()).isEqualTo(origin);
    }

    @Test
    void aFileThatLiesElsewhereLosesItsAddress() {
        // When
        Said said = said(teams, activity("message", """
                        "text": "x", "attachments": [
                        {"contentType": "text/html", "content": "<p>x</p>"},
                        {"contentType": "image/png", "contentUrl": "https://smba.trafficmanager.net/a/views/original"},
                        {"contentType": "image/png", "contentUrl": "https://example.net/a"},
                        {"contentType": "application/vnd.microsoft.card.adaptive", "content": {}},
                        {"contentType": "application/vnd.microsoft.teams.file.download.info", "name": "a.pdf",
                         "content": {"downloadUrl": "https://contoso.sharepoint.com/x", "uniqueId": "u1"}}]"""));

        // Then
        assertThat(said.content().attachments())
                .containsExactly(
                        new Attachment(
                                null, "image/png", null, "https://smba.trafficmanager.net/a/views/original", null),
                        new Attachment(null, "image/png", null, null, null),
                        new Attachment("a.pdf", null, null, "https://contoso.sharepoint.com/x", "u1"));
    }

    @Test
    void anAnswerGoesToTheConversationAtItsService() {
        assertThat(said(teams, activity("message", "\"text\": \"x\""))
                        .customer()
                        .address())
                .isEqualTo("https://smba.trafficmanager.net/amer/v3/conversations/a%3A1/activities");
    }

    @Test
    void aMessageItsEditsAndItsDeletionAreFourThings() {
        // Given
        String message = activity("message", "\"text\": \"x\"");
        String edit = activity("messageUpdate", "\"text\": \"y\", \"channelData\": {\"eventType\": \"editMessage\"}");
        String later = edit.replace("09:30", "09:31");
        String deletion = activity("messageDelete", "\"channelData\": {\"eventType\": \"softDeleteMessage\"}");

        // Then
        assertThat(Set.of(key(message), key(edit), key(later), key(deletion))).hasSize(4);
        assertThat(key(edit)).isEqualTo(key(edit));
        assertThat(only(teams, edit)).isInstanceOfSatisfying(ChannelEvent.Edited.class, edited -> {
            assertThat(edited.amends()).isEqualTo("a:1|m1");
            assertThat(edited.text()).isEqualTo("y");
            assertThat(edited.origin().deliveryId()).isNull();
        });
    }

    /** Ids are unique within a conversation only: somebody's own chat must not reach into another. */
    @Test
    void theSameIdInAnotherConversationIsAnotherMessage() {
        // Given
        String message = activity("message", "\"text\": \"x\", \"replyToId\": \"m0\"");
        String edit = activity("messageUpdate", "\"text\": \"y\"");
        String deletion = activity("messageDelete", "\"x\": 1");

        // Then
        Said said = said(teams, message);
        assertThat(said.origin().messageId()).isEqualTo("a:1|m1");
        assertThat(said.content().inReplyTo()).isEqualTo("a:1|m0");
        assertThat(((ChannelEvent.Edited) only(teams, edit)).amends()).isEqualTo("a:1|m1");
        assertThat(((ChannelEvent.Deleted) only(teams, deletion)).retracts()).isEqualTo("a:1|m1");
        assertThat(((ChannelEvent.Deleted) only(teams, elsewhere(deletion))).retracts())
                .isEqualTo("a:2|m1");
        for (String activity : List.of(message, edit, deletion)) {
            assertThat(key(activity)).isNotEqualTo(key(elsewhere(activity)));
            assertThat(only(teams, activity).origin().messageId())
                    .isNotEqualTo(only(teams, elsewhere(activity)).origin().messageId());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"webchat", "directline", "emulator", "MSTEAMS"})
    void whoWritesElsewhereMayBeAnybodyAndIsPassedOver(String channel) {
        for (String type : List.of("message", "messageUpdate", "messageDelete")) {
            Calls.passedOver(
                    only(teams, activity(type, "\"text\": \"x\"").replace("msteams", channel)), Reason.OTHER_ACCOUNT);
        }
    }

    /** No character is looked at from many beginnings: 200,000 of them would be 40,000,000,000 looks. */
    @ParameterizedTest
    @ValueSource(strings = {"<at", "<at>", "<at a", "<at>x</a", "<at>x</at "})
    void aTextFullOfMentionsThatAreNoneIsReadOnce(String part) {
        // Given
        CountedText text = new CountedText(part.repeat(200_000 / part.length()));

        // When
        String words = ActivityContent.withoutUs(text, Set.of("<at>us</at>"));

        // Then
        assertThat(words).isEqualTo(text.toString());
        assertThat(text.looks()).isLessThan(10L * text.length());
    }

    @ParameterizedTest
    @CsvSource({
        "messageReaction, REACTION",
        "conversationUpdate, MEMBERSHIP",
        "installationUpdate, MEMBERSHIP",
        "typing, TYPING",
        "invoke, UNKNOWN_TYPE",
        "somethingNew, UNKNOWN_TYPE"
    })
    void otherActivitiesArePassedOver(String type, Reason reason) {
        Calls.passedOver(only(teams, activity(type, "\"x\": 1")), reason);
    }

    @Test
    void whatABotSaidIsPassedOver() {
        Calls.passedOver(only(teams, activity("message", "\"text\": \"x\"").replace("29:u", "28:other")), Reason.BOT);
    }

    @Test
    void whomTheDirectoryKnowsGoesByHisIdThere() {
        assertThat(said(
                                teams,
                                activity("message", "\"text\": \"x\"")
                                        .replace("\"29:u\"", "\"29:u\", \"aadObjectId\": \"o\""))
                        .customer()
                        .id())
                .isEqualTo("o");
        assertThat(said(teams, activity("message", "\"text\": \"x\""))
                        .customer()
                        .id())
                .isEqualTo("29:u");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"conversation\": {\"id\": \"a\"}}",
                "{\"conversation\": {\"id\": \"a\"}, \"type\": \"message\"}"
            })
    void whatIsNoActivityIsMalformed(String body) {
        assertThatThrownBy(() -> only(teams, body)).isInstanceOf(MalformedDeliveryException.class);
    }

    private static String elsewhere(String activity) {
        return activity.replace("a:1", "a:2");
    }

    private String key(String body) {
        return only(teams, body).origin().key();
    }

    private static String activity(String type, String fields) {
        return """
                {"type": "%s", "id": "m1", "timestamp": "2024-05-15T09:30:00.123Z", "channelId": "msteams",
                 "serviceUrl": "https://smba.trafficmanager.net/amer/", "from": {"id": "29:u", "name": "U"},
                 "conversation": {"id": "a:1"}, %s}""".formatted(type, fields);
    }
}
