package io.beforehand.intake.request.core;

import static io.beforehand.intake.request.core.Desk.CONVERSATION;
import static io.beforehand.intake.request.core.Desk.NOW;
import static io.beforehand.intake.request.core.Desk.anonymous;
import static io.beforehand.intake.request.core.Desk.call;
import static io.beforehand.intake.request.core.Desk.event;
import static io.beforehand.intake.request.core.Desk.message;
import static io.beforehand.intake.request.core.Desk.reply;
import static io.beforehand.intake.request.core.Desk.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.events.EventLimits;
import io.beforehand.events.Mood;
import io.beforehand.events.Party;
import io.beforehand.events.Priority;
import io.beforehand.events.RequestEvent.CustomerMessaged;
import io.beforehand.events.RequestEvent.ReplySent;
import io.beforehand.events.RequestEvent.RequestChanged;
import io.beforehand.events.RequestEvent.RequestOpened;
import io.beforehand.events.RequestEvent.StatusChanged;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.StreamEvent;
import io.beforehand.events.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeciderTest {

    private final Desk desk = new Desk();

    @Test
    void theFirstMessageOfAConversationOpensARequest() {
        Receipt receipt = desk.accept(message("Where is my order?"));

        assertThat(receipt.outcome()).isEqualTo(Outcome.OPENED);
        assertThat(desk.request(receipt).stage().status()).isEqualTo(RequestStatus.OPEN);
        assertThat(desk.openings).singleElement().satisfies(opening -> {
            assertThat(opening.number()).isEqualTo("R-1001");
            assertThat(opening.linkedTo()).isNull();
        });
        assertThat(desk.events()).singleElement().isInstanceOfSatisfying(RequestOpened.class, opened -> {
            assertThat(opened.messageId()).isEqualTo(receipt.messageId());
            assertThat(opened.customer().locale()).isEqualTo("zh-CN");
        });
    }

    @Test
    void aFurtherMessageIsAppended() {
        Receipt first = desk.accept(message("Where is my order?"));

        Receipt second = desk.accept(message("Hello?"));

        assertThat(second.outcome()).isEqualTo(Outcome.APPENDED);
        assertThat(second.requestId()).isEqualTo(first.requestId());
        assertThat(desk.events()).last().isInstanceOf(CustomerMessaged.class);
        assertThat(desk.told).extracting(StreamEvent::sequence).containsExactly(1L, 2L);
    }

    @Test
    void twoMessagesOfOneConversationInOneBatchMakeOneRequest() {
        List<Verdict> verdicts = desk.decide(
                List.of(call(anonymous(message("one"))), call(anonymous(message("two")), anonymous(message("three")))));

        assertThat(verdicts).hasOnlyElementsOfType(Verdict.Accepted.class);
        assertThat(desk.openings).hasSize(1);
        assertThat(desk.told).extracting(StreamEvent::sequence).containsExactly(1L, 2L, 3L);
    }

    @Test
    void theSameThreadKeyOnAnotherAccountIsAnotherConversation() {
        Receipt one = desk.accept(message("one"));

        Receipt other = desk.accept(
                message(new ConversationKey(Channel.CHAT, "other", CONVERSATION.conversation()), "two", Hints.NONE));

        assertThat(other.requestId()).isNotEqualTo(one.requestId());
    }

    @ParameterizedTest
    @EnumSource(names = {"RESOLVED", "PENDING"})
    void aMessageBringsARequestThatWaitedForTheCustomerBackToOpen(RequestStatus waiting) {
        Receipt opened = desk.accept(message("one"));
        desk.accept(status(opened, waiting));

        Receipt receipt = desk.accept(message("not solved"));

        assertThat(receipt.outcome()).isEqualTo(Outcome.APPENDED);
        assertThat(desk.request(opened).stage().status()).isEqualTo(RequestStatus.OPEN);
        assertThat(desk.events().subList(2, 4))
                .satisfiesExactly(
                        event -> assertThat(event).isInstanceOf(CustomerMessaged.class), event -> assertThat(event)
                                .isEqualTo(new StatusChanged(waiting, RequestStatus.OPEN, "customer-messaged", null)));
    }

    @Test
    void aRequestOnHoldStaysOnHoldWhenTheCustomerWrites() {
        Receipt opened = desk.accept(message("one"));
        desk.accept(status(opened, RequestStatus.ON_HOLD));

        desk.accept(message("any news?"));

        assertThat(desk.request(opened).stage().status()).isEqualTo(RequestStatus.ON_HOLD);
    }

    @Test
    void aMessageToAClosedRequestOpensALinkedOne() {
        Receipt closed = desk.accept(message("one"));
        desk.accept(status(closed, RequestStatus.CLOSED));

        Receipt next = desk.accept(message("it is back"));
        Receipt further = desk.accept(message("hello?"));

        assertThat(next.outcome()).isEqualTo(Outcome.OPENED);
        assertThat(next.requestId()).isNotEqualTo(closed.requestId());
        assertThat(desk.openings.getLast().linkedTo()).isEqualTo(closed.requestId());
        assertThat(further.requestId()).isEqualTo(next.requestId());
    }

    @Test
    void aReplyToBeDeliveredIsToldAsOne() {
        Receipt opened = desk.accept(message("one"));

        Receipt replied = desk.accept(reply(opened));

        assertThat(replied.outcome()).isEqualTo(Outcome.RECORDED);
        assertThat(desk.events())
                .last()
                .isEqualTo(new ReplySent(replied.messageId(), Desk.AGENT, Visibility.PUBLIC, "On its way", true, NOW));
        assertThat(desk.request(opened).stage().status()).isEqualTo(RequestStatus.OPEN);
    }

    @Test
    void onlyAReplyToBeDeliveredTravelsWhole() {
        // Given
        String text = "a".repeat(EventLimits.MAX_REPLY);
        Target request = new Target.OfRequest(desk.accept(message("one")).requestId());

        // When
        desk.accept(new Command.Reply(request, Desk.AGENT, Visibility.PUBLIC, text, true));
        desk.accept(new Command.Reply(request, Desk.AGENT, Visibility.PUBLIC, text, false));

        // Then
        assertThat(desk.events())
                .filteredOn(ReplySent.class::isInstance)
                .extracting(told -> String.valueOf(((ReplySent) told).text()).length())
                .containsExactly(EventLimits.MAX_REPLY, EventLimits.MAX_TEXT);
    }

    @Test
    void nothingIsSentInAClosedRequestButWhatWasSaidElsewhereIsRecorded() {
        Receipt opened = desk.accept(message("one"));
        desk.accept(status(opened, RequestStatus.CLOSED));

        Refusal refusal = desk.refuse(reply(opened));
        Receipt elsewhere = desk.accept(new Command.Reply(
                new Target.OfConversation(CONVERSATION), Desk.AGENT, Visibility.PUBLIC, "Bye", false));

        assertThat(refusal).isEqualTo(new Refusal.TransitionNotAllowed(0, RequestStatus.CLOSED, "reply"));
        assertThat(elsewhere.outcome()).isEqualTo(Outcome.RECORDED);
    }

    @Test
    void anUnknownRequestIsRefused() {
        assertThat(desk.refuse(new Command.SetStatus(new Target.OfRequest("none"), RequestStatus.OPEN, null, null)))
                .isEqualTo(new Refusal.RequestUnknown(0));
        assertThat(desk.refuse(new Command.Reply(
                        new Target.OfConversation(CONVERSATION), Desk.AGENT, Visibility.PUBLIC, "Hi", false)))
                .isEqualTo(new Refusal.RequestUnknown(0));
    }

    @Test
    void aStatusThatAlreadyIsChangesNothing() {
        Receipt opened = desk.accept(message("one"));

        Receipt again = desk.accept(status(opened, RequestStatus.OPEN));

        assertThat(again.outcome()).isEqualTo(Outcome.IGNORED);
        assertThat(desk.told).hasSize(1);
    }

    @Test
    void whomARequestWaitsForMayChangeWithoutItsStatus() {
        // Given
        Receipt opened = desk.accept(message("one"));
        desk.accept(waiting(opened, Party.SUPPLIER));
        desk.told.clear();

        // When
        Receipt moved = desk.accept(waiting(opened, Party.CUSTOMER));

        // Then
        assertThat(moved.outcome()).isEqualTo(Outcome.RECORDED);
        assertThat(desk.told).singleElement().satisfies(told -> assertThat(told.event())
                .isEqualTo(new StatusChanged(RequestStatus.ON_HOLD, RequestStatus.ON_HOLD, null, Party.CUSTOMER)));
    }

    @Test
    void sayingAgainWhomItWaitsForOrNotSayingItChangesNothing() {
        // Given
        Receipt opened = desk.accept(message("one"));
        desk.accept(waiting(opened, Party.SUPPLIER));
        desk.told.clear();

        // When
        Receipt again = desk.accept(waiting(opened, Party.SUPPLIER));
        Receipt unsaid = desk.accept(status(opened, RequestStatus.ON_HOLD));

        // Then
        assertThat(again.outcome()).isEqualTo(Outcome.IGNORED);
        assertThat(unsaid.outcome()).isEqualTo(Outcome.IGNORED);
        assertThat(desk.told).isEmpty();
        assertThat(desk.request(opened).waitsFor()).isEqualTo("supplier");
    }

    private static Command.SetStatus waiting(Receipt of, Party party) {
        return new Command.SetStatus(status(of, RequestStatus.ON_HOLD).target(), RequestStatus.ON_HOLD, null, party);
    }

    @Test
    void aClosedRequestStaysClosed() {
        Receipt opened = desk.accept(message("one"));
        desk.accept(status(opened, RequestStatus.CLOSED));

        assertThat(desk.refuse(status(opened, RequestStatus.OPEN)))
                .isEqualTo(new Refusal.TransitionNotAllowed(0, RequestStatus.CLOSED, "open"));
    }

    @Test
    void aChangeKeepsWhatItDoesNotName() {
        Receipt opened = desk.accept(message(CONVERSATION, "one", new Hints("billing", null, null, null, false)));

        desk.accept(
                new Command.Reclassify(new Target.OfRequest(opened.requestId()), Priority.URGENT, null, null, null));

        assertThat(desk.events()).last().isEqualTo(new RequestChanged(Priority.URGENT, null, "billing", null));
    }

    @Test
    void aCopyHasNoSecondEffectAndTellsTheSameRequest() {
        Receipt first = desk.accept(event("e-1", message("one")));
        int told = desk.told.size();

        Receipt copy = desk.accept(event("e-1", message("one")));

        assertThat(copy).isEqualTo(new Receipt(Outcome.DUPLICATE, first.requestId(), first.messageId()));
        assertThat(desk.told).hasSize(told);
        assertThat(desk.messages).hasSize(1);
    }

    @Test
    void aCopyWithinOneCallCountsOnce() {
        Verdict verdict = desk.submit(event("e-1", message("one")), event("e-1", message("one")));

        assertThat(((Verdict.Accepted) verdict).receipts())
                .extracting(Receipt::outcome)
                .containsExactly(Outcome.OPENED, Outcome.DUPLICATE);
    }

    @Test
    void theSameIdForSomethingElseIsRefusedAndTheWholeCallWithIt() {
        desk.accept(event("e-1", "this", message("one")));
        int told = desk.told.size();

        Verdict verdict = desk.submit(event("e-2", message("two")), event("e-1", "that", message("three")));

        assertThat(verdict).isEqualTo(new Verdict.Refused(new Refusal.IdReused(1)));
        assertThat(desk.told).hasSize(told);
        assertThat(desk.accept(event("e-2", message("two"))).outcome()).isEqualTo(Outcome.APPENDED);
    }

    @Test
    void aRefusedCallLeavesItsNeighboursUnharmed() {
        List<Verdict> verdicts = desk.decide(List.of(
                call(anonymous(message("one"))),
                call(
                        anonymous(message(new ConversationKey(Channel.EMAIL, "default", "m"), "two", Hints.NONE)),
                        anonymous(new Command.SetStatus(new Target.OfRequest("none"), RequestStatus.OPEN, null, null))),
                call(anonymous(message("three")))));

        assertThat(verdicts)
                .satisfiesExactly(
                        v -> assertThat(v).isInstanceOf(Verdict.Accepted.class),
                        v -> assertThat(v).isEqualTo(new Verdict.Refused(new Refusal.RequestUnknown(1))),
                        v -> assertThat(v).isInstanceOf(Verdict.Accepted.class));
        assertThat(desk.openings).hasSize(1);
        assertThat(desk.messages).extracting(Message::text).containsExactly("one", "three");
    }

    @Test
    void anEventOfAnotherTypeIsPassedOverAndItsIdRemembered() {
        Receipt first = desk.accept(event("e-1", new Command.PassOver()));
        Receipt copy = desk.accept(event("e-1", new Command.PassOver()));

        assertThat(first).isEqualTo(new Receipt(Outcome.IGNORED, null, null));
        assertThat(copy.outcome()).isEqualTo(Outcome.DUPLICATE);
        assertThat(desk.told).isEmpty();
    }

    @Test
    void whatIsKnownOfACustomerIsKept() {
        desk.accept(customerSays(new Customer("c", "Lin", "vip", "zh-CN", null, "Asia/Shanghai"), "c-1"));

        desk.accept(customerSays(new Customer("c", null, null, "en", "lin@example.com"), "c-2"));

        assertThat(desk.known().customers().values())
                .containsExactly(new Customer("c", "Lin", "vip", "en", "lin@example.com", "Asia/Shanghai"));
        assertThat(desk.openings.getLast().assessment().priority().reason()).isEqualTo("vip");
    }

    @Test
    void anAccountsDefaultsFillWhatIsMissing() {
        Receipt receipt = desk.accept(new Command.CustomerMessage(
                CONVERSATION,
                new Customer("c", null, null, null, null),
                null,
                "one",
                List.of(),
                Hints.NONE,
                new Defaults("zh-TW", "returns", "vip"),
                null,
                null));

        assertThat(desk.request(receipt).classification())
                .isEqualTo(new Classification(Priority.HIGH, "vip", null, "returns"));
        assertThat(((RequestOpened) desk.events().getFirst()).customer().locale())
                .isEqualTo("zh-TW");
    }

    @Test
    void theOpeningTellsWhatTheMessageWasTakenFor() {
        desk.accept(message("The server is down, nobody can work!!! Unbelievable!"));

        RequestOpened told = (RequestOpened) desk.events().getFirst();
        assertThat(told.mood()).isEqualTo(Mood.ANGRY);
        assertThat(told.category()).isEqualTo("outage");
        assertThat(told.priority()).isEqualTo(Priority.URGENT);
        assertThat(desk.openings.getFirst().assessment().category().reason()).isEqualTo("rule outage");
    }

    @Test
    void anAngryLaterMessageRaisesTheRequestOnceAndSaysWhy() {
        Receipt opened = desk.accept(message("one"));

        desk.accept(message("This is RIDICULOUS, answer me NOW!!"));
        desk.accept(message("RIDICULOUS. Do you hear me?!?!"));

        assertThat(desk.events())
                .filteredOn(RequestChanged.class::isInstance)
                .containsExactly(new RequestChanged(Priority.HIGH, null, null, null, "angry-customer"));
        assertThat(desk.request(opened).classification().priority()).isEqualTo(Priority.HIGH);
        assertThat(desk.relabellings)
                .containsEntry(opened.requestId(), Relabelling.raised("angry-customer", Mood.ANGRY));
    }

    @Test
    void aPleasedLaterMessageChangesNothing() {
        Receipt opened = desk.accept(message(CONVERSATION, "one", new Hints(null, Priority.HIGH, null, null, false)));

        desk.accept(message("Thank you so much, great job 👍"));

        assertThat(desk.request(opened).classification().priority()).isEqualTo(Priority.HIGH);
        assertThat(desk.events()).noneMatch(RequestChanged.class::isInstance);
    }

    @Test
    void aCategoryThatSomebodySetsIsLearnedAndAPriorityIsNot() {
        Receipt opened = desk.accept(message("one"));
        Target target = new Target.OfRequest(opened.requestId());

        desk.accept(new Command.Reclassify(target, Priority.URGENT, null, null, null));
        assertThat(desk.relabellings).containsEntry(opened.requestId(), new Relabelling("changed", null, null, null));
        desk.accept(new Command.Reclassify(target, null, null, "billing", null));
        assertThat(desk.relabellings)
                .containsEntry(opened.requestId(), new Relabelling("changed", "changed", null, "billing"));
    }

    @Test
    void theLanguageThatACustomerWritesFillsInOnlyWhereNobodySaidOne() {
        Customer stranger = new Customer("c", null, null, null, null);

        desk.accept(customerSays(stranger, "c-1", "hm", Defaults.NONE));
        assertThat(desk.known().customers().values()).containsExactly(stranger);
        desk.accept(customerSays(stranger, "c-2", "還沒有收到發票", new Defaults("en", null, null)));
        assertThat(desk.known().customers().values()).containsExactly(stranger);
        assertThat(desk.openings.getLast().language()).isEqualTo("zh-TW");
        desk.accept(customerSays(stranger, "c-1", "還沒有收到發票", Defaults.NONE));
        assertThat(desk.known().customers().values()).containsExactly(new Customer("c", null, null, "zh-TW", null));
        desk.accept(customerSays(stranger, "c-1", "Where is my order? I have not got it yet", Defaults.NONE));
        assertThat(desk.known().customers().values()).containsExactly(new Customer("c", null, null, "zh-TW", null));
    }

    @Test
    void aLongTextIsToldInPartAndKeptWhole() {
        String text = "😀".repeat(5000);

        desk.accept(message(text));

        String told = ((RequestOpened) desk.events().getFirst()).text();
        assertThat(told).hasSize(8000).isEqualTo("😀".repeat(4000));
        assertThat(desk.messages.getFirst().text()).isEqualTo(text);
    }

    @Test
    void theTimeIsTheSendersWithinBounds() {
        assertThat(EventTime.of(null, NOW)).isEqualTo(NOW);
        assertThat(EventTime.of(NOW.minusSeconds(60), NOW)).isEqualTo(NOW.minusSeconds(60));
        assertThat(EventTime.of(NOW.minus(Duration.ofDays(7)), NOW)).isEqualTo(NOW.minus(Duration.ofDays(7)));
        assertThat(EventTime.of(Instant.MIN, NOW)).isEqualTo(NOW.minus(Duration.ofDays(7)));
        assertThat(EventTime.of(NOW.plusSeconds(301), NOW)).isEqualTo(NOW.plusSeconds(300));
    }

    @Test
    void sequencesHaveNoGaps() {
        Receipt opened = desk.accept(message("one"));
        for (RequestStatus status :
                List.of(RequestStatus.PENDING, RequestStatus.ON_HOLD, RequestStatus.RESOLVED, RequestStatus.OPEN)) {
            desk.accept(status(opened, status));
            desk.accept(message("and"));
            desk.refuse(new Command.SetStatus(new Target.OfRequest("none"), RequestStatus.OPEN, null, null));
        }

        assertThat(desk.told)
                .extracting(StreamEvent::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, desk.told.size()).boxed().toList());
        assertThat(desk.request(opened).lastSequence()).isEqualTo(desk.told.size());
    }

    private static Command.CustomerMessage customerSays(Customer customer, String conversation) {
        return customerSays(customer, conversation, "hello", Defaults.NONE);
    }

    private static Command.CustomerMessage customerSays(
            Customer customer, String conversation, String text, Defaults defaults) {
        return new Command.CustomerMessage(
                new ConversationKey(Channel.CHAT, "default", conversation),
                customer,
                null,
                text,
                List.of(),
                Hints.NONE,
                defaults,
                null,
                null);
    }
}
