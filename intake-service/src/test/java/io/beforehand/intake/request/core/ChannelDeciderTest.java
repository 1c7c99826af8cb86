package io.beforehand.intake.request.core;

import static io.beforehand.intake.request.core.Desk.CONVERSATION;
import static io.beforehand.intake.request.core.Desk.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.events.RequestEvent;
import io.beforehand.events.TraceContext;
import io.beforehand.events.Visibility;
import io.beforehand.intake.request.core.Command.Amend;
import io.beforehand.intake.request.core.Command.ChannelReceipt;
import io.beforehand.intake.request.core.Command.MissedCall;
import io.beforehand.intake.request.core.Command.OptOut;
import io.beforehand.intake.request.core.Command.Retract;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What channels tell by their own webhooks. */
class ChannelDeciderTest {

    private static final NativeMessage HELLO = new NativeMessage(Channel.CHAT, "slack", "default", "m-1");

    private final Desk desk = new Desk();

    @Test
    void aMessageIsChangedUnderTheNameThatItsChannelGaveIt() {
        Receipt said = desk.accept(said("m-1", "Helo"));

        Receipt changed = desk.accept(new Amend(HELLO, CONVERSATION, "Hello"));

        assertThat(changed).isEqualTo(new Receipt(Outcome.RECORDED, said.requestId(), said.messageId()));
        assertThat(desk.revisions)
                .containsExactly(new Revision.Amended(said.requestId(), said.messageId(), "Hello", NOW));
        assertThat(desk.events().getLast()).isEqualTo(new RequestEvent.MessageAmended(said.messageId(), "Hello"));
    }

    @Test
    void aMessageIsTakenBackEvenInTheDeliveryThatBringsIt() {
        desk.submit(Desk.anonymous(said("m-1", "Oops")), Desk.anonymous(new Retract(HELLO, CONVERSATION)));

        String messageId = desk.messages.getFirst().id();
        assertThat(desk.revisions)
                .containsExactly(new Revision.Retracted(desk.messages.getFirst().requestId(), messageId, NOW));
        assertThat(desk.events().getLast()).isEqualTo(new RequestEvent.MessageRetracted(messageId));
    }

    @Test
    void whatHappensToAMessageThatNobodyKnowsCountsOnceItIsKnown() {
        Submission edit = Desk.event("edit-1", new Amend(HELLO, CONVERSATION, "Hello"));

        assertThat(told(edit).outcome()).isEqualTo(Outcome.IGNORED);
        assertThat(desk.refuse(new ChannelReceipt(CONVERSATION, "out-1", "read")))
                .isInstanceOf(Refusal.RequestUnknown.class);
        assertThat(desk.events()).isEmpty();

        desk.accept(said("m-1", "Helo"));
        assertThat(told(edit).outcome()).isEqualTo(Outcome.RECORDED);
    }

    @Test
    void whatWasTakenBackIsNotChangedAnyMore() {
        desk.accept(said("m-1", "Oops"));
        desk.accept(new Retract(HELLO, CONVERSATION));
        int told = desk.events().size();

        assertThat(desk.accept(new Amend(HELLO, CONVERSATION, "Hello")).outcome())
                .isEqualTo(Outcome.IGNORED);

        assertThat(desk.events()).hasSize(told);
    }

    @Test
    void aMessageOfAnotherKindOfChannelIsNotTouched() {
        desk.accept(said("m-1", "Hello"));

        Refusal refusal =
                desk.refuse(new Retract(new NativeMessage(Channel.CHAT, "intercom", "default", "m-1"), CONVERSATION));

        assertThat(refusal).isInstanceOf(Refusal.RequestUnknown.class);
    }

    @Test
    void aReceiptIsToldOfTheLatestRequestOfItsConversation() {
        Receipt said = desk.accept(said("m-1", "Hello"));

        Receipt told = desk.accept(new ChannelReceipt(CONVERSATION, "out-1", "read"));

        assertThat(told.requestId()).isEqualTo(said.requestId());
        assertThat(desk.events().getLast()).isEqualTo(new RequestEvent.ReceiptReceived("out-1", "read"));
    }

    @Test
    void whoeverOptsOutIsToldOf() {
        desk.accept(said("m-1", "Hello"));

        desk.accept(new OptOut(CONVERSATION, "+15550100"));

        assertThat(desk.events().getLast())
                .isEqualTo(new RequestEvent.ContactOptedOut(Channel.CHAT, "default", "+15550100"));
    }

    @Test
    void aMissedCallIsARequestUnlessItIsKnownOfAlready() {
        MissedCall missed = new MissedCall(said("call-1", null), "call-missed after 83 s");

        assertThat(desk.accept(missed).outcome()).isEqualTo(Outcome.OPENED);
        assertThat(desk.accept(missed).outcome()).isEqualTo(Outcome.RECORDED);

        assertThat(desk.messages.getLast().text()).isEqualTo("call-missed after 83 s");
        assertThat(desk.messages.getLast().direction()).isEqualTo(Message.Direction.INTERNAL);
    }

    @Test
    void aDeliveryOfWhichOnePartDoesNotFitHasTheEffectOfTheRest() {
        Command.Reply reply = new Command.Reply(
                new Target.OfConversation(new ConversationKey(Channel.CHAT, "default", "unknown")),
                Desk.AGENT,
                Visibility.PUBLIC,
                "Hi",
                false);
        Call call = new Call(
                List.of(Desk.anonymous(reply), Desk.anonymous(said("m-1", "Hello"))), TraceContext.start(), true);

        Verdict verdict = desk.decide(List.of(call)).getFirst();

        assertThat(((Verdict.Accepted) verdict).receipts())
                .extracting(Receipt::outcome)
                .containsExactly(Outcome.IGNORED, Outcome.OPENED);
    }

    @Test
    void aSignatureThatComesAgainWithAnotherBodyRefusesTheWholeDelivery() {
        desk.decide(List.of(delivery("body", said("m-1", "Hello"))));

        Verdict verdict = desk.decide(List.of(delivery("another body", said("m-2", "Pay me"))))
                .getFirst();

        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        assertThat(desk.messages).hasSize(1);
    }

    private Receipt told(Submission submission) {
        Verdict verdict = desk.decide(List.of(new Call(List.of(submission), TraceContext.start(), true)))
                .getFirst();
        return ((Verdict.Accepted) verdict).receipts().getFirst();
    }

    private static Call delivery(String body, Command command) {
        return new Call(
                List.of(Desk.event("nonce", body, new Command.PassOver()), Desk.anonymous(command)),
                TraceContext.start(),
                true);
    }

    private static Command.CustomerMessage said(String nativeId, @Nullable String text) {
        return new Command.CustomerMessage(
                CONVERSATION,
                new Customer("cust-1", "Lin", null, null, null),
                null,
                text,
                List.of(),
                Hints.NONE,
                Defaults.NONE,
                null,
                new ChannelMessage("slack", nativeId, "typed", "body-signed", null, null));
    }
}
