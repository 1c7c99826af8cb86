package io.beforehand.intake.request.core;

import static io.beforehand.intake.request.core.Desk.reply;
import static io.beforehand.intake.request.core.Desk.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.Author;
import io.beforehand.events.AuthorKind;
import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.events.RequestEvent.CustomerMessaged;
import io.beforehand.events.RequestEvent.StatusChanged;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.StreamEvent;
import io.beforehand.events.Visibility;
import io.beforehand.intake.request.core.Refusal.MergeNotAllowed;
import io.beforehand.intake.request.core.Refusal.MergeNotAllowed.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One request goes on in another. */
class RequestMergingTest {

    private final Desk desk = new Desk();
    private final Receipt one = desk.accept(says("lin", "c-1"));
    private final Receipt two = desk.accept(says("lin", "c-2"));

    @Test
    void theOneIsClosedAndSaysWhy() {
        Receipt receipt = desk.accept(merge(one, two));

        assertThat(receipt).isEqualTo(new Receipt(Outcome.RECORDED, one.requestId(), null));
        assertThat(desk.request(one).stage()).isEqualTo(new Stage.Merged(two.requestId()));
        assertThat(desk.events())
                .last()
                .isEqualTo(new StatusChanged(RequestStatus.OPEN, RequestStatus.CLOSED, "merged", null));
        assertThat(desk.requestMerges)
                .containsExactly(new RequestMerge(one.requestId(), two.requestId(), "ada", Desk.NOW));
    }

    @Test
    void whatIsSaidInItsConversationLaterGoesIntoTheOther() {
        desk.accept(merge(one, two));

        Receipt later = desk.accept(says("lin", "c-1"));

        assertThat(later.outcome()).isEqualTo(Outcome.APPENDED);
        assertThat(later.requestId()).isEqualTo(two.requestId());
        assertThat(desk.events()).last().isInstanceOf(CustomerMessaged.class);
    }

    @Test
    void whoeverNamesItsConversationMeansTheOther() {
        desk.accept(merge(one, two));

        Receipt resolved = desk.accept(new Command.SetStatus(
                new Target.OfConversation(conversation("c-1")), RequestStatus.RESOLVED, null, null));

        assertThat(resolved.requestId()).isEqualTo(two.requestId());
        assertThat(desk.request(two).stage().status()).isEqualTo(RequestStatus.RESOLVED);
    }

    @Test
    void nothingIsSentOrReopenedInTheOneThatIsMerged() {
        desk.accept(merge(one, two));

        assertThat(desk.refuse(reply(one)))
                .isEqualTo(new Refusal.TransitionNotAllowed(0, RequestStatus.CLOSED, "reply"));
        assertThat(desk.refuse(status(one, RequestStatus.OPEN)))
                .isEqualTo(new Refusal.TransitionNotAllowed(0, RequestStatus.CLOSED, "open"));
    }

    @Test
    void theSameAgainChangesNothing() {
        desk.accept(merge(one, two));
        int told = desk.told.size();

        Receipt again = desk.accept(merge(one, two));

        assertThat(again.outcome()).isEqualTo(Outcome.IGNORED);
        assertThat(desk.told).hasSize(told);
    }

    @Test
    void oneStepLeadsToTheEndOfSeveralMerges() {
        Receipt three = desk.accept(says("lin", "c-3"));
        desk.accept(merge(one, two));
        desk.accept(merge(two, three));

        assertThat(desk.accept(says("lin", "c-1")).requestId()).isEqualTo(three.requestId());
        assertThat(desk.accept(merge(one, two)).outcome()).isEqualTo(Outcome.IGNORED);
        assertThat(desk.accept(merge(one, three)).outcome()).isEqualTo(Outcome.IGNORED);
    }

    @Test
    void aRequestCannotBeMergedIntoItselfOrInACircleOrIntoOneThatIsClosed() {
        Receipt closed = desk.accept(says("lin", "c-3"));
        desk.accept(status(closed, RequestStatus.CLOSED));

        assertThat(desk.refuse(merge(one, one))).isEqualTo(new MergeNotAllowed(0, Reason.ITSELF));
        assertThat(desk.refuse(merge(one, closed))).isEqualTo(new MergeNotAllowed(0, Reason.TARGET_CLOSED));
        desk.accept(merge(one, two));
        assertThat(desk.refuse(merge(two, one))).isEqualTo(new MergeNotAllowed(0, Reason.TARGET_CLOSED));
        assertThat(desk.refuse(new Command.MergeRequest("none", two.requestId(), null, false)))
                .isEqualTo(new Refusal.RequestUnknown(0));
    }

    @Test
    void aMergedRequestCannotBeMergedSomewhereElse() {
        Receipt three = desk.accept(says("lin", "c-3"));
        desk.accept(merge(one, two));

        assertThat(desk.refuse(merge(one, three))).isEqualTo(new MergeNotAllowed(0, Reason.MERGED_ALREADY));
    }

    @Test
    void requestsOfDifferentCustomersAreMergedOnlyByForce() {
        Receipt others = desk.accept(says("wang", "c-3"));

        assertThat(desk.refuse(merge(one, others))).isEqualTo(new MergeNotAllowed(0, Reason.DIFFERENT_CUSTOMERS));
        assertThat(desk.accept(new Command.MergeRequest(one.requestId(), others.requestId(), null, true))
                        .outcome())
                .isEqualTo(Outcome.RECORDED);
    }

    @Test
    void twoIdentitiesOfOnePersonAreNotDifferentCustomers() {
        Receipt others = desk.accept(says("lin-2", "c-3"));
        desk.accept(new Command.MergeIdentity(key("lin-2"), key("lin")));

        assertThat(desk.accept(merge(others, one)).outcome()).isEqualTo(Outcome.RECORDED);
    }

    @Test
    void whatNobodyHasAnsweredGoesOnWaitingSinceWhenItDid() {
        // Given
        desk.passes(Duration.ofMinutes(20));
        desk.accept(status(two, RequestStatus.PENDING));
        Question asked = waits(one, "m-7", desk.now().minusSeconds(600));
        int told = desk.told.size();

        // When
        desk.accept(merge(one, two));

        // Then
        assertThat(desk.told.subList(told + 1, told + 3))
                .extracting(StreamEvent::requestId)
                .containsOnly(two.requestId());
        assertThat(desk.told.get(told + 1).time()).isEqualTo(asked.occurredAt());
        assertThat(desk.events().subList(told + 1, told + 3))
                .containsExactly(
                        new CustomerMessaged("m-7", "When?", asked.receivedAt(), null),
                        new StatusChanged(RequestStatus.PENDING, RequestStatus.OPEN, "customer-messaged", null));
        assertThat(desk.request(two).stage().status()).isEqualTo(RequestStatus.OPEN);
    }

    @Test
    void butItWaitsThereNoLongerThanTheOtherIsOpen() {
        waits(one, "m-7", Desk.NOW.minusSeconds(600));

        assertThat(carriedInto(two)).isEqualTo(Desk.NOW);
    }

    @Test
    void noReplyInTheOtherUntilThenIsTakenForAnAnswer() {
        waits(one, "m-7", Desk.NOW.plusSeconds(60));
        desk.passes(Duration.ofMinutes(5));
        desk.accept(reply(two));
        Instant replied = desk.now();
        desk.passes(Duration.ofMinutes(5));

        assertThat(carriedInto(two)).isEqualTo(replied);
    }

    @Test
    void aReplyThatIsCommittedTogetherWithTheMergeButAfterItMayAnswerWhatItBrought() {
        desk.passes(Duration.ofMinutes(5));

        desk.submit(Desk.anonymous(merge(one, two)), Desk.anonymous(reply(two)));

        assertThat(desk.request(two).settledAt()).isEqualTo(desk.now());
        assertThat(desk.requestMerges).extracting(RequestMerge::settledAt).containsExactly(Desk.NOW);
    }

    @Test
    void aNoteOrABotsReplyInTheOtherEndsNoWait() {
        Question asked = waits(one, "m-7", Desk.NOW.plusSeconds(60));
        desk.passes(Duration.ofMinutes(5));
        desk.accept(says(two, Desk.AGENT, Visibility.INTERNAL));
        desk.accept(says(two, new Author(AuthorKind.BOT, "bot", null), Visibility.PUBLIC));

        assertThat(carriedInto(two)).isEqualTo(asked.occurredAt());
    }

    @Test
    void theEndOfTheOtherUntilThenDoesNotEndItsWait() {
        waits(one, "m-7", Desk.NOW.plusSeconds(60));
        desk.passes(Duration.ofMinutes(5));
        desk.accept(status(two, RequestStatus.RESOLVED));
        Instant resolved = desk.now();
        desk.passes(Duration.ofMinutes(5));
        desk.accept(status(two, RequestStatus.OPEN));

        assertThat(carriedInto(two)).isEqualTo(resolved);
    }

    @Test
    void aReplyThatIsHeardOfLateDoesNotMakeItsWaitLonger() {
        waits(one, "m-7", Desk.NOW.plusSeconds(60));
        desk.passes(Duration.ofMinutes(5));
        desk.accept(reply(two));
        Instant replied = desk.now();
        desk.submit(new Submission(new Identity.Anonymous(), replied.minusSeconds(200), reply(two)));

        assertThat(carriedInto(two)).isEqualTo(replied);
    }

    @Test
    void whatWasResolvedWaitsForNothing() {
        waits(one, "m-7", Desk.NOW);
        desk.accept(status(one, RequestStatus.RESOLVED));
        int told = desk.told.size();

        desk.accept(merge(one, two));

        assertThat(desk.told).hasSize(told + 1);
    }

    @Test
    void aClosedRequestGoesOnInAnotherWithoutBeingClosedAgain() {
        desk.accept(status(one, RequestStatus.CLOSED));
        int told = desk.told.size();

        Receipt receipt = desk.accept(merge(one, two));

        assertThat(receipt.outcome()).isEqualTo(Outcome.RECORDED);
        assertThat(desk.told).hasSize(told);
        assertThat(desk.accept(says("lin", "c-1")).requestId()).isEqualTo(two.requestId());
    }

    private Question waits(Receipt in, String messageId, Instant since) {
        Question question = new Question(messageId, "When?", since, since.plusSeconds(1));
        desk.unanswered.put(in.requestId(), new Unanswered(List.of(question)));
        return question;
    }

    /** When the one's question is told to have been asked in the other. */
    private Instant carriedInto(Receipt other) {
        desk.accept(merge(one, other));
        return desk.told.stream()
                .filter(told -> told.event() instanceof CustomerMessaged)
                .toList()
                .getLast()
                .time();
    }

    private static Command.Reply says(Receipt in, Author author, Visibility visibility) {
        return new Command.Reply(new Target.OfRequest(in.requestId()), author, visibility, "Hm", false);
    }

    private static Command.MergeRequest merge(Receipt from, Receipt into) {
        return new Command.MergeRequest(from.requestId(), into.requestId(), "ada", false);
    }

    private static Command.CustomerMessage says(String who, String conversation) {
        return new Command.CustomerMessage(
                conversation(conversation),
                new Customer(who, null, null, null, null),
                null,
                "hello",
                List.of(),
                Hints.NONE,
                Defaults.NONE,
                null,
                null);
    }

    private static ConversationKey conversation(String conversation) {
        return new ConversationKey(Channel.CHAT, "default", conversation);
    }

    private static CustomerKey key(String who) {
        return new CustomerKey(Channel.CHAT, "default", who);
    }
}
