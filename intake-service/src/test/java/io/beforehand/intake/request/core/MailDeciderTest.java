package io.beforehand.intake.request.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.events.RequestEvent;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.Sender;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is different about messages that are mails. */
class MailDeciderTest {

    private static final ConversationKey THREAD = new ConversationKey(Channel.EMAIL, "support", "root@home.example");

    private final Desk desk = new Desk();

    @Test
    void participantsWriteInTheSameRequest() {
        Receipt opened = desk.accept(mail("ann@home.example", "bob@home.example"));

        Receipt answer = desk.accept(mail("bob@home.example"));

        assertThat(answer.outcome()).isEqualTo(Outcome.APPENDED);
        assertThat(answer.requestId()).isEqualTo(opened.requestId());
    }

    @Test
    void aStrangerGetsALinkedRequestInAConversationOfItsOwn() {
        Receipt opened = desk.accept(mail("ann@home.example"));

        Receipt stranger = desk.accept(mail("eve@elsewhere.example"));

        assertThat(stranger.outcome()).isEqualTo(Outcome.OPENED);
        assertThat(desk.openings.getLast().linkedTo()).isEqualTo(opened.requestId());
        assertThat(desk.openings.getLast().conversation().conversation()).isEqualTo(stranger.requestId());
        assertThat(desk.accept(mail("ann@home.example")).requestId()).isEqualTo(opened.requestId());
    }

    @Test
    void whoeverWritesMoreIsTheOneThatTheMailIsFromWhereverHeWantsItsAnswer() {
        desk.accept(mail("ann@home.example"));
        Command.CustomerMessage mail = mail("ann@home.example");

        desk.accept(new Command.CustomerMessage(
                mail.conversation(),
                new Customer("ann@home.example", null, null, null, "wang@example.com"),
                mail.subject(),
                mail.text(),
                List.of(),
                Hints.NONE,
                Defaults.NONE,
                mail.mail(),
                null));

        RequestEvent.CustomerMessaged told =
                (RequestEvent.CustomerMessaged) desk.events().getLast();
        assertThat(told.sender()).isEqualTo(new Sender(Channel.EMAIL, THREAD.account(), "ann@home.example", true));
    }

    @Test
    void theSameHoldsWithinOneBatch() {
        List<Verdict> verdicts = desk.decide(Arrays.asList(
                Desk.call(Desk.anonymous(mail("ann@home.example", "bob@home.example"))),
                Desk.call(Desk.anonymous(mail("eve@elsewhere.example"))),
                Desk.call(Desk.anonymous(mail("bob@home.example")))));

        assertThat(verdicts)
                .extracting(verdict ->
                        ((Verdict.Accepted) verdict).receipts().getFirst().outcome())
                .containsExactly(Outcome.OPENED, Outcome.OPENED, Outcome.APPENDED);
        assertThat(desk.openings).hasSize(2);
    }

    @Test
    void noNumberIsTakenForTheAnswerOfAParticipant() {
        desk.accept(mail("ann@home.example"));

        assertThat(numbersFor(mail("ann@home.example"))).isZero();
        assertThat(numbersFor(mail("eve@elsewhere.example"))).isEqualTo(1);
    }

    @Test
    void aRequestThatIsOpenedByAStrangerWhoNamedAnotherIsLinkedToThat() {
        desk.accept(mail("eve@elsewhere.example", "named-request", Set.of()));

        assertThat(desk.openings.getLast().linkedTo()).isEqualTo("named-request");
    }

    @Test
    void theTokenOfTheRequestIsTold() {
        Receipt opened = desk.accept(mail("ann@home.example"));

        RequestEvent.RequestOpened event =
                (RequestEvent.RequestOpened) desk.events().getFirst();
        assertThat(event.mail().replyToken()).isEqualTo("token-" + opened.requestId());
    }

    @Test
    void aFileIsNamedByItsPlaceInTheMail() {
        Receipt opened = desk.accept(mail("ann@home.example"));

        assertThat(desk.messages.getFirst().attachments())
                .containsExactly(new Attachment(
                        "a.png",
                        "image/png",
                        3L,
                        "/v1/requests/" + opened.requestId() + "/messages/" + opened.messageId() + "/attachments/1"));
    }

    @Test
    void whatBecameOfADeliveryChangesNothingButIsTold() {
        Receipt opened = desk.accept(mail("ann@home.example"));
        desk.accept(Desk.status(opened, RequestStatus.RESOLVED));

        Receipt bounce = desk.accept(new Command.DeliveryReceipt(opened.requestId(), "d1", "bounced-hard"));

        assertThat(bounce.outcome()).isEqualTo(Outcome.RECORDED);
        assertThat(desk.events().getLast()).isEqualTo(new RequestEvent.ReceiptReceived("d1", "bounced-hard"));
        assertThat(desk.request(opened).stage()).isEqualTo(new Stage.Resolved());
    }

    @Test
    void whatIsToldOfARequestThatIsForgottenIsPassedOver() {
        assertThat(desk.accept(new Command.DeliveryReceipt("gone", "d1", "read"))
                        .outcome())
                .isEqualTo(Outcome.IGNORED);
    }

    private int numbersFor(Command command) {
        return Touched.by(List.of(Desk.call(Desk.anonymous(command)))).openingsAtMost(desk.known());
    }

    private static Command.CustomerMessage mail(String sender, String... others) {
        return mail(sender, null, Set.of(others));
    }

    private static Command.CustomerMessage mail(String sender, @Nullable String linkedTo, Set<String> others) {
        MailMessage.File file = new MailMessage.File("a.png", "image/png", new byte[3]);
        return new Command.CustomerMessage(
                THREAD,
                new Customer(sender, null, null, null, sender),
                "Order",
                "Where is it?",
                List.of(),
                Hints.NONE,
                Defaults.NONE,
                new MailMessage(
                        "support",
                        "m@home.example",
                        null,
                        List.of(),
                        false,
                        others,
                        "Where is it?",
                        List.of(file),
                        linkedTo),
                null);
    }
}
