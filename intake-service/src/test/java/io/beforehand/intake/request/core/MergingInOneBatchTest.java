package io.beforehand.intake.request.core;

import static io.beforehand.intake.request.core.Desk.anonymous;
import static io.beforehand.intake.request.core.Desk.call;
import static io.beforehand.intake.request.core.Desk.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.events.RequestEvent.CustomerMessaged;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.StreamEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said in requests goes before a merge of theirs, be it committed together with it. */
class MergingInOneBatchTest {

    private static final NativeMessage OOPS = new NativeMessage(Channel.CHAT, "slack", "default", "m-1");

    private final Desk desk = new Desk();
    private final Receipt from = desk.accept(says("c-1", "one", null));
    private final Receipt into = desk.accept(says("c-2", "two", null));

    @BeforeEach
    void nothingWaits() {
        desk.unanswered.put(from.requestId(), Unanswered.NOTHING);
        desk.passes(Duration.ofMinutes(10));
    }

    @Test
    void aMessageOfTheOneWaitsInTheOther() {
        together(says("c-1", "and now?", null), merge(from, into));

        assertThat(carried()).containsExactly("and now?");
    }

    @Test
    void aReplyInTheOneLeavesNothingToWaitFor() {
        waits(Desk.NOW);

        together(reply(from), merge(from, into));

        assertThat(carried()).isEmpty();
    }

    @Test
    void aReplyThatWasGivenBetweenTwoQuestionsAnswersTheFirst() {
        waits(Desk.NOW, Desk.NOW.plusSeconds(300));

        desk.submit(
                new Submission(new Identity.Anonymous(), Desk.NOW.plusSeconds(200), reply(from)),
                anonymous(merge(from, into)));

        assertThat(carried()).containsExactly("question at " + Desk.NOW.plusSeconds(300));
    }

    @Test
    void whatIsTakenBackWaitsForNothing() {
        together(says("c-1", "oops", "m-1"), new Command.Retract(OOPS, null), merge(from, into));

        assertThat(carried()).isEmpty();
    }

    @Test
    void aReplyInTheOtherIsNoneToWhatTheOneWaitsFor() {
        waits(Desk.NOW);

        together(reply(into), merge(from, into));

        assertThat(carried()).containsExactly("question at " + Desk.NOW);
        assertThat(toldIn(into).getLast().time()).isEqualTo(desk.now());
    }

    @Test
    void ofTwoMergesTheSecondCarriesOnWhatTheFirstBrought() {
        Receipt last = desk.accept(says("c-3", "three", null));
        desk.unanswered.put(into.requestId(), Unanswered.NOTHING);
        waits(Desk.NOW);

        together(merge(from, into), merge(into, last));

        assertThat(toldIn(last)).last().satisfies(told -> assertThat(((CustomerMessaged) told.event()).text())
                .isEqualTo("question at " + Desk.NOW));
    }

    @Test
    void aMessageOfACallThatIsRefusedWaitsForNothing() {
        Command unknown = new Command.SetStatus(new Target.OfRequest("none"), RequestStatus.CLOSED, null, null);

        desk.decide(List.of(
                call(anonymous(says("c-1", "and now?", null)), anonymous(unknown)),
                call(anonymous(merge(from, into)))));

        assertThat(carried()).isEmpty();
    }

    @Test
    void whoHasAPartInTheOneWritesInTheOtherAtOnce() {
        Receipt mine = desk.accept(mail("lin@home.example", "t-1"));
        Receipt other = desk.accept(mail("lin@home.example", "t-2"));
        desk.accept(mailTo("wang@home.example", "t-1"));

        List<Verdict> verdicts = desk.decide(
                List.of(call(anonymous(merge(mine, other))), call(anonymous(mail("wang@home.example", "t-1")))));

        Receipt last = ((Verdict.Accepted) verdicts.getLast()).receipts().getFirst();
        assertThat(last.outcome()).isEqualTo(Outcome.APPENDED);
        assertThat(last.requestId()).isEqualTo(other.requestId());
    }

    /** One commit for several calls. */
    private void together(Command... commands) {
        desk.decide(
                Arrays.stream(commands).map(command -> call(anonymous(command))).toList());
    }

    private void waits(Instant... since) {
        desk.unanswered.put(
                from.requestId(),
                new Unanswered(Stream.of(since)
                        .map(at -> new Question("m-" + at, "question at " + at, at, at))
                        .toList()));
    }

    /** What is told as waiting in the other. */
    private List<@Nullable String> carried() {
        return toldIn(into).stream()
                .map(StreamEvent::event)
                .filter(CustomerMessaged.class::isInstance)
                .map(event -> ((CustomerMessaged) event).text())
                .toList();
    }

    private List<StreamEvent> toldIn(Receipt request) {
        return desk.told.stream()
                .filter(told -> told.requestId().equals(request.requestId()))
                .toList();
    }

    private static Command.MergeRequest merge(Receipt from, Receipt into) {
        return new Command.MergeRequest(from.requestId(), into.requestId(), "ada", false);
    }

    private static Command.CustomerMessage says(String conversation, String text, @Nullable String nativeId) {
        return new Command.CustomerMessage(
                new ConversationKey(Channel.CHAT, "default", conversation),
                new Customer("lin", null, null, null, null),
                null,
                text,
                List.of(),
                Hints.NONE,
                Defaults.NONE,
                null,
                nativeId == null
                        ? null
                        : new ChannelMessage("slack", nativeId, null, "typed", "body-signed", null, null));
    }

    private static Command.CustomerMessage mail(String who, String thread) {
        return mail(who, thread, Set.of());
    }

    /** Lin's mail, with somebody else in copy. */
    private static Command.CustomerMessage mailTo(String other, String thread) {
        return mail("lin@home.example", thread, Set.of(other));
    }

    private static Command.CustomerMessage mail(String who, String thread, Set<String> others) {
        return new Command.CustomerMessage(
                new ConversationKey(Channel.EMAIL, "support", thread),
                new Customer(who, null, null, null, who),
                "Order",
                "hello",
                List.of(),
                Hints.NONE,
                Defaults.NONE,
                new MailMessage("support", "m@home.example", null, List.of(), false, others, "hello", List.of(), null),
                null);
    }
}
