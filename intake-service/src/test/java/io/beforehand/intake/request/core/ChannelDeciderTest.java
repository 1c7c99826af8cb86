package io.beforehand.intake.request.core;

import static io.beforehand.intake.request.core.Desk.CONVERSATION;
import static io.beforehand.intake.request.core.Desk.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.Author;
import io.beforehand.events.AuthorKind;
import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.events.RequestEvent;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.Sender;
import io.beforehand.events.TraceContext;
import io.beforehand.events.Visibility;
import io.beforehand.intake.request.core.Command.Amend;
import io.beforehand.intake.request.core.Command.ChannelReceipt;
import io.beforehand.intake.request.core.Command.MissedCall;
import io.beforehand.intake.request.core.Command.OptIn;
import io.beforehand.intake.request.core.Command.OptOut;
import io.beforehand.intake.request.core.Command.Retract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void whatIsChangedOfAMessageBeforeItComesCountsWhenItComes() {
        Submission edit = Desk.event("edit-1", new Amend(HELLO, CONVERSATION, "Hello"));
        assertThat(told(edit).outcome()).isEqualTo(Outcome.IGNORED);
        assertThat(desk.events()).isEmpty();
        desk.passes(Duration.ofMinutes(1));

        Receipt said = desk.accept(said("m-1", "Helo"));

        assertThat(desk.revisions)
                .containsExactly(new Revision.Amended(said.requestId(), said.messageId(), "Hello", desk.now()));
        assertThat(desk.events().getLast()).isEqualTo(new RequestEvent.MessageAmended(said.messageId(), "Hello"));
        assertThat(told(edit).outcome()).isEqualTo(Outcome.DUPLICATE);
    }

    @Test
    void aMessageThatWasTakenBackBeforeItCameIsTakenBack() {
        desk.accept(new Retract(HELLO, CONVERSATION));
        desk.accept(new Amend(HELLO, CONVERSATION, "Hello"));

        Receipt said = desk.accept(said("m-1", "Oops"));

        assertThat(desk.events().getLast()).isEqualTo(new RequestEvent.MessageRetracted(said.messageId()));
    }

    @Test
    void ofTwoChangesBeforeAMessageTheLaterCounts() {
        desk.accept(new Submission(
                new Identity.Anonymous(), NOW.minusSeconds(10), new Amend(HELLO, CONVERSATION, "Hello!")));
        desk.accept(new Submission(
                new Identity.Anonymous(), NOW.minusSeconds(20), new Amend(HELLO, CONVERSATION, "Hello")));

        desk.accept(said("m-1", "Helo"));

        assertThat(desk.revisions).singleElement().isInstanceOfSatisfying(Revision.Amended.class, edit -> assertThat(
                        edit.text())
                .isEqualTo("Hello!"));
    }

    @Test
    void whatCameEarlyCountsOnce() {
        desk.accept(new Amend(HELLO, CONVERSATION, "Hello"));
        desk.accept(said("m-1", "Helo"));

        desk.accept(said("m-1", "Helo"));

        assertThat(desk.revisions).hasSize(1);
    }

    @Test
    void aReceiptOfNobodysMessageIsRefused() {
        assertThat(desk.refuse(new ChannelReceipt(CONVERSATION, "out-1", "read")))
                .isInstanceOf(Refusal.RequestUnknown.class);
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

        desk.accept(new Retract(new NativeMessage(Channel.CHAT, "intercom", "default", "m-1"), CONVERSATION));

        assertThat(desk.revisions).isEmpty();
    }

    @Test
    void aReceiptIsToldOfTheLatestRequestOfItsConversation() {
        Receipt said = desk.accept(said("m-1", "Hello"));

        Receipt told = desk.accept(new ChannelReceipt(CONVERSATION, "out-1", "read"));

        assertThat(told.requestId()).isEqualTo(said.requestId());
        assertThat(desk.events().getLast())
                .isEqualTo(new RequestEvent.ReceiptReceived("out-1", "read", CONVERSATION.ref()));
    }

    @Test
    void whoeverOptsOutOrInAgainIsToldOf() {
        desk.accept(said("m-1", "Hello"));

        desk.accept(new OptOut(new Target.OfConversation(CONVERSATION), Channel.CHAT, "default", "+15550100"));
        desk.accept(new OptIn(new Target.OfConversation(CONVERSATION), Channel.CHAT, "default", "+15550100"));

        assertThat(desk.events())
                .endsWith(
                        new RequestEvent.ContactOptedOut(Channel.CHAT, "default", "+15550100"),
                        new RequestEvent.ContactOptedIn(Channel.CHAT, "default", "+15550100"));
    }

    @Test
    void whoeverOptsOutByAMailOfOursDoesSoWhereTheRequestIsAndOfThatMail() {
        String requestId = desk.accept(new Command.CustomerMessage(
                        new ConversationKey(Channel.EMAIL, "sales", "a@mail"),
                        new Customer("wang@example.com", null, null, null, null),
                        null,
                        "Hello",
                        List.of(),
                        Hints.NONE,
                        Defaults.NONE,
                        null,
                        null))
                .requestId();

        desk.accept(new OptOut(new Target.OfRequest(requestId), Channel.EMAIL, "support", "wang@example.com", "d-1"));

        assertThat(desk.events().getLast())
                .isEqualTo(new RequestEvent.ContactOptedOut(Channel.EMAIL, "sales", "wang@example.com", "d-1"));
    }

    @Test
    void whoeverWritesMoreIsNamedAndWhetherTheRequestIsHis() {
        desk.accept(said("m-1", "Hello"));

        desk.accept(said("m-2", "Anybody?"));
        desk.accept(saidBy(new Customer("cust-2", "Wang", null, null, "wang-there"), "m-3", "Me too"));

        assertThat(desk.events())
                .filteredOn(RequestEvent.CustomerMessaged.class::isInstance)
                .extracting(event -> ((RequestEvent.CustomerMessaged) event).sender())
                .containsExactly(
                        new Sender(Channel.CHAT, "default", "cust-1", true),
                        new Sender(Channel.CHAT, "default", "wang-there", false));
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

    @Test
    void ofTwoBodiesUnderOneFreshSignatureBothCountAndLaterOnlyTheFirst() {
        desk.decide(List.of(fresh("body", said("m-1", "Hello"))));
        desk.decide(List.of(fresh("another body", said("m-2", "At once"))));

        assertThat(desk.decide(List.of(delivery("a third", said("m-3", "Pay me")))))
                .hasOnlyElementsOfType(Verdict.Refused.class);
        assertThat(desk.decide(List.of(delivery("body", said("m-1", "Hello")))))
                .hasOnlyElementsOfType(Verdict.Accepted.class);

        assertThat(desk.messages)
                .extracting(Message::text)
                .startsWith("Hello", "At once")
                .doesNotContain("Pay me");
    }

    @Test
    void whatSomebodyWritesInAChannelsInboxIsAnAgentsAnswer() {
        desk.accept(said("m-1", "Hello"));
        desk.passes(Echoes.AT_ONCE.plusMillis(1));

        desk.accept(echo());

        assertThat(answer().author().kind()).isEqualTo(AuthorKind.AGENT);
        assertThat(desk.messages.getLast().channel().nativeId()).isEqualTo("m-2");
    }

    @Test
    void whatFollowsTheFirstMessageAtOnceNobodyWrote() {
        desk.accept(said("m-1", "Hello"));
        desk.passes(Echoes.AT_ONCE);

        desk.accept(echo());

        assertThat(answer().author().kind()).isEqualTo(AuthorKind.BOT);
    }

    @Test
    void whoeverAnswersASecondMessageAtOnceIsAPerson() {
        desk.accept(said("m-1", "Hello"));
        desk.passes(Duration.ofMinutes(1));
        desk.accept(said("m-3", "Anybody there?"));
        desk.passes(Duration.ofSeconds(2));

        desk.accept(echo());

        assertThat(answer().author().kind()).isEqualTo(AuthorKind.AGENT);
    }

    @Test
    void howFastAnAnswerWasCountsByTheChannelsTimesAlthoughItWasHeldUp() {
        Instant asked = NOW.minus(Duration.ofMinutes(2));
        desk.accept(at(asked, said("m-1", "Hello")));

        desk.accept(at(asked.plusSeconds(1), echo()));

        assertThat(answer().author().kind()).isEqualTo(AuthorKind.BOT);
    }

    @Test
    void aGreetingIsNobodysAlsoIfItIsToldAfterAnAgentAnswered() {
        Receipt opened = desk.accept(said("m-1", "Hello"));
        desk.passes(Duration.ofMinutes(10));
        desk.accept(Desk.reply(opened));

        desk.accept(at(NOW.plusSeconds(1), echo()));

        assertThat(answer().author().kind()).isEqualTo(AuthorKind.BOT);
        assertThat(desk.request(opened).settledAt()).isEqualTo(desk.now());
    }

    @Test
    void aGreetingIsNobodysAlsoIfItIsToldAfterItsRequestWentOnInAnother() {
        Receipt into = desk.accept(
                Desk.message(new ConversationKey(Channel.CHAT, "default", "c-2"), "It concerns my order", Hints.NONE));
        desk.passes(Duration.ofMinutes(10));
        Instant opened = desk.now();
        Receipt from = desk.accept(said("m-1", "Hello"));
        desk.accept(new Command.MergeRequest(from.requestId(), into.requestId(), null, true));

        desk.accept(at(opened.plusSeconds(1), echo()));

        assertThat(desk.messages.getLast().requestId()).isEqualTo(into.requestId());
        assertThat(answer().author().kind()).isEqualTo(AuthorKind.BOT);
    }

    @Test
    void whatFollowsAnAgentsAnswerAtOnceIsAPersonsToo() {
        desk.accept(said("m-1", "Hello"));
        desk.passes(Duration.ofMinutes(10));
        desk.accept(echo());
        desk.passes(Duration.ofSeconds(2));
        desk.accept(said("m-3", "Thanks"));
        desk.passes(Duration.ofSeconds(2));

        desk.accept(echo());

        assertThat(answer().author().kind()).isEqualTo(AuthorKind.AGENT);
    }

    @Test
    void whatFollowsAMessageThatReopensARequestIsTakenForAPersons() {
        Receipt opened = desk.accept(said("m-1", "Hello"));
        desk.accept(Desk.status(opened, RequestStatus.RESOLVED));
        desk.passes(Duration.ofDays(1));
        desk.accept(said("m-3", "It is back"));
        desk.passes(Duration.ofSeconds(1));

        desk.accept(echo());

        assertThat(answer().author().kind()).isEqualTo(AuthorKind.AGENT);
    }

    @Test
    void anAnswerToAMessageThatWasHeldUpIsAPersons() {
        Instant asked = NOW.minus(Duration.ofMinutes(10));
        desk.accept(at(asked, said("m-1", "Hello")));

        desk.accept(at(NOW, echo()));

        assertThat(answer().author().kind()).isEqualTo(AuthorKind.AGENT);
    }

    @Test
    void anAnswerThatComesBeforeItsMessageAnswersItThen() {
        Instant asked = NOW.minus(Duration.ofMinutes(10));
        assertThat(desk.accept(at(asked.plusSeconds(60), echo())).outcome()).isEqualTo(Outcome.IGNORED);
        assertThat(desk.messages).isEmpty();

        Receipt opened = desk.accept(at(asked, said("m-1", "Hello")));

        assertThat(answer().author().kind()).isEqualTo(AuthorKind.AGENT);
        assertThat(desk.messages.getLast().requestId()).isEqualTo(opened.requestId());
        assertThat(desk.messages.getLast().occurredAt()).isEqualTo(asked.plusSeconds(60));
        assertThat(desk.request(opened).settledAt()).isEqualTo(asked.plusSeconds(60));
        assertThat(desk.earlyAnswers.values()).containsOnly(List.of());
    }

    @Test
    void whatWasSaidBeforeTheFirstMessageThatIsKnownAnswersSomethingElse() {
        desk.accept(at(NOW.minus(Duration.ofMinutes(11)), echo()));

        desk.accept(at(NOW.minus(Duration.ofMinutes(10)), said("m-1", "Hello")));

        assertThat(desk.messages).extracting(Message::text).containsExactly("Hello");
        assertThat(desk.earlyAnswers.values()).containsOnly(List.of());
    }

    @Test
    void anAnswerCountsFromItsMessageOnWhereTheChannelDoesNotTellWhenThatWasSaid() {
        desk.accept(at(NOW, answered()));
        desk.passes(Duration.ofSeconds(15));

        Receipt opened = desk.accept(said("m-1", "Hello"));

        assertThat(answer().author().kind()).isEqualTo(AuthorKind.AGENT);
        assertThat(desk.messages.getLast().occurredAt()).isEqualTo(desk.now());
        assertThat(desk.messages.getLast().occurredAtSource()).isEqualTo(NOW);
        assertThat(desk.request(opened).settledAt()).isEqualTo(desk.now());
    }

    @Test
    void norIsAnAnswerOfWhichItDoesNotTellWhenItWasGivenTakenForAnEarlierOne() {
        desk.accept(answered());

        desk.accept(at(NOW.plusSeconds(30), said("m-1", "Hello")));

        assertThat(answer().author().kind()).isEqualTo(AuthorKind.AGENT);
        assertThat(desk.messages.getLast().occurredAt()).isEqualTo(NOW.plusSeconds(30));
    }

    @Test
    void butNoMessageWasHeldUpForLongerThanChannelsTryAgain() {
        desk.accept(answered());
        desk.passes(EarlyAnswers.HELD_UP.plusMillis(1));

        desk.accept(said("m-1", "Hello"));

        assertThat(desk.messages).extracting(Message::text).containsExactly("Hello");
    }

    @Test
    void anAnswerWhoseMessageOpensAnotherRequestAnswersItAlsoIfItComesBefore() {
        // Given
        Receipt before = desk.accept(said("m-1", "Hello"));
        desk.accept(Desk.status(before, RequestStatus.CLOSED));
        desk.passes(Duration.ofDays(1));
        Instant asked = desk.now().minusSeconds(60);
        desk.accept(at(desk.now(), echo()));

        // When
        Receipt opened = desk.accept(at(asked, said("m-3", "It is back")));

        // Then
        assertThat(opened.outcome()).isEqualTo(Outcome.OPENED);
        assertThat(desk.messages.getLast().requestId()).isEqualTo(opened.requestId());
        assertThat(desk.request(opened).settledAt()).isEqualTo(desk.now());
        assertThat(desk.earlyAnswers.values()).containsOnly(List.of());
    }

    @Test
    void norDoesItMakeARequestGoOnThatWasOverForTooLong() {
        // Given
        Receipt before = desk.accept(said("m-1", "Hello"));
        desk.accept(Desk.status(before, RequestStatus.RESOLVED));
        desk.passes(Duration.ofHours(25));
        Instant asked = desk.now().minusSeconds(60);
        desk.accept(at(desk.now(), unthreaded(answered())));

        // When
        Receipt opened = desk.accept(at(asked, Desk.withoutThreads(said("m-3", "Something else"))));

        // Then
        assertThat(opened.outcome()).isEqualTo(Outcome.OPENED);
        assertThat(desk.messages.getLast().requestId()).isEqualTo(opened.requestId());
        assertThat(desk.messages.getLast().direction()).isEqualTo(Message.Direction.OUT);
    }

    @Test
    void theLastWordOfAClosedRequestIsAPartOfItAndAnswersNothingLater() {
        // Given
        Receipt closed = desk.accept(said("m-1", "Hello"));
        desk.accept(Desk.status(closed, RequestStatus.CLOSED));
        desk.passes(Duration.ofMinutes(1));
        Receipt answer = desk.accept(at(desk.now(), echo()));
        desk.passes(Duration.ofHours(1));

        // When
        desk.accept(at(desk.now(), said("m-3", "It is back")));

        // Then
        assertThat(answer).isEqualTo(new Receipt(Outcome.RECORDED, closed.requestId(), answer.messageId()));
        assertThat(desk.messages).extracting(Message::text).containsExactly("Hello", "On its way", "It is back");
    }

    @Test
    void norDoesOneOfWhichTheChannelDoesNotTellWhenItWasSaid() {
        Receipt closed = desk.accept(said("m-1", "Hello"));
        desk.accept(Desk.status(closed, RequestStatus.CLOSED));
        desk.passes(Duration.ofMinutes(1));
        desk.accept(answered());
        desk.passes(Duration.ofMinutes(1));

        Receipt opened = desk.accept(said("m-3", "It is back"));

        assertThat(desk.messages.getLast().id()).isEqualTo(opened.messageId());
    }

    @Test
    void whatWasSaidBeforeARequestWasOverOrWhileItsCustomerCanReopenItIsNotKept() {
        Receipt over = desk.accept(said("m-1", "Hello"));
        desk.passes(Duration.ofMinutes(1));
        desk.accept(Desk.status(over, RequestStatus.CLOSED));
        desk.accept(at(desk.now().minusSeconds(1), echo()));
        assertThat(desk.earlyAnswers).isEmpty();

        Receipt resolved = desk.accept(said("m-3", "It is back"));
        desk.accept(Desk.status(resolved, RequestStatus.RESOLVED));
        desk.passes(Duration.ofDays(7));
        desk.accept(echo());

        assertThat(desk.earlyAnswers).isEmpty();
        assertThat(desk.request(resolved).changedAt()).isEqualTo(desk.now());
    }

    private static Submission at(Instant happened, Command command) {
        return new Submission(new Identity.Anonymous(), happened, command);
    }

    @Test
    void aMessageKeepsTheTimeThatItsChannelToldAndTheDeliveryThatBroughtIt() {
        Instant longAgo = NOW.minus(Duration.ofDays(30));

        desk.accept(new Submission(new Identity.Anonymous(), longAgo, said("m-1", "Hello")));

        Message kept = desk.messages.getFirst();
        assertThat(kept.occurredAt()).isEqualTo(NOW.minus(EventTime.MAX_AGE));
        assertThat(kept.occurredAtSource()).isEqualTo(longAgo);
        assertThat(kept.channel().deliveryId()).isEqualTo("Ev1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1000000000-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"})
    void aTimeThatNobodyCanMeanIsNotKept(Instant told) {
        desk.accept(new Submission(new Identity.Anonymous(), told, said("m-1", "Hello")));

        assertThat(desk.messages.getFirst().occurredAtSource()).isNull();
    }

    private static Command.Echo echo() {
        return new Command.Echo(answered());
    }

    private static Command.Reply answered() {
        return new Command.Reply(
                new Target.OfConversation(CONVERSATION),
                new Author(AuthorKind.AGENT, null, null),
                Visibility.PUBLIC,
                "On its way",
                false,
                new ChannelMessage("slack", "m-2", null, null, "body-signed", null, null));
    }

    private RequestEvent.ReplySent answer() {
        return (RequestEvent.ReplySent) desk.events().getLast();
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

    /** Of which the signature was made so lately that it is good for any body. */
    private static Call fresh(String body, Command command) {
        Identity.Named named = (Identity.Named)
                Desk.event("nonce", body, new Command.PassOver()).identity();
        return new Call(
                List.of(
                        new Submission(
                                new Identity.FirstNamed(named.key(), named.fingerprint()),
                                null,
                                new Command.PassOver()),
                        Desk.anonymous(command)),
                TraceContext.start(),
                true);
    }

    private static Command.Reply unthreaded(Command.Reply reply) {
        return new Command.Reply(
                reply.target(),
                reply.author(),
                reply.visibility(),
                reply.text(),
                reply.deliver(),
                reply.channel(),
                false);
    }

    private static Command.CustomerMessage said(String nativeId, @Nullable String text) {
        return saidBy(new Customer("cust-1", "Lin", null, null, null), nativeId, text);
    }

    private static Command.CustomerMessage saidBy(Customer customer, String nativeId, @Nullable String text) {
        return new Command.CustomerMessage(
                CONVERSATION,
                customer,
                null,
                text,
                List.of(),
                Hints.NONE,
                Defaults.NONE,
                null,
                new ChannelMessage("slack", nativeId, "Ev1", "typed", "body-signed", null, null));
    }
}
