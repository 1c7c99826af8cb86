package io.beforehand.notification.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.Channel;
import io.beforehand.events.Mail;
import io.beforehand.events.RequestEvent.CustomerForgotten;
import io.beforehand.events.RequestEvent.CustomerMessaged;
import io.beforehand.events.Sender;
import io.beforehand.notification.language.Language;
import io.beforehand.notification.testing.Examples;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** By which mailbox and in which thread a customer is answered. */
class CorrespondenceTest {

    private static final String WANG = "wang@example.com";

    private final Correspondence opened =
            Correspondence.of(Examples.openedByMail("R-1", "support", false), Language.ENGLISH);

    @Test
    void heIsAnsweredInTheThreadOfHisLastMail() {
        Correspondence now = opened.after(mail("2@example.com", false, "support", WANG, true));

        assertThat(now.thread().answers()).isEqualTo("2@example.com");
        assertThat(now.answeringAccount()).isEqualTo("support");
    }

    @Test
    void whatHeWroteToAnotherMailboxIsAnsweredFromThere() {
        Correspondence now = opened.after(mail("2@example.com", false, "sales", "Wang@example.com", false));

        assertThat(now.thread().answers()).isEqualTo("2@example.com");
        assertThat(now.answeringAccount()).isEqualTo("sales");
        assertThat(now.account()).isEqualTo("support");
        assertThat(now.address()).isEqualTo(WANG);
    }

    @Test
    void onceHeWritesToTheFirstAgainThatAnswers() {
        Correspondence now = opened.after(mail("2@example.com", false, "sales", WANG, false))
                .after(mail("3@example.com", false, "support", WANG, true));

        assertThat(now.thread().answers()).isEqualTo("3@example.com");
        assertThat(now.answeringAccount()).isEqualTo("support");
    }

    @Test
    void aMailOfSomebodyElseIsNoneOfHisThread() {
        Correspondence now = opened.after(mail("2@other.example", false, "sales", "li@other.example", false));

        assertThat(now).isEqualTo(opened);
    }

    @Test
    void whatHisMachineSendsMovesNothing() {
        Correspondence now = opened.after(mail("2@example.com", true, "sales", WANG, false));

        assertThat(now).isEqualTo(opened);
    }

    @Test
    void ofWhoIsForgottenNoMailboxIsKept() {
        Correspondence now = opened.after(mail("2@example.com", false, "sales", WANG, false))
                .after(new CustomerForgotten("forgotten-1"));

        assertThat(now.answeringAccount()).isEqualTo("support");
    }

    private static CustomerMessaged mail(
            String id, boolean automatic, String account, String address, boolean requester) {
        return new CustomerMessaged(
                "m-2",
                "hello",
                Instant.parse("2026-11-23T09:00:00Z"),
                new Mail(id, List.of(), "k7q2x9", automatic),
                new Sender(Channel.EMAIL, account, address, requester));
    }
}
