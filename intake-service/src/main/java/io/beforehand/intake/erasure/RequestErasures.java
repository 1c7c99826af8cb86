package io.beforehand.intake.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;

/** The erasures of what is said in requests: by the customer, and to him, since answers repeat what was asked. */
@ApplicationScoped
class RequestErasures {

    /** Who said something and when stays. A channel's id of a message may hold whom it is from. */
    @Produces
    @Dependent
    @Named("message-erasure")
    Erasure messages() {
        return new Erasure("message", """
                UPDATE message SET text = NULL, attachments = NULL, native_id = NULL, delivery_id = NULL, in_reply_to = NULL
                 WHERE request_id = ANY ($1)""");
    }

    @Produces
    @Dependent
    @Named("early-change-erasure")
    Erasure earlyChanges() {
        return new Erasure("early_change", """
                DELETE FROM early_change e USING request r
                 WHERE r.id = ANY ($1) AND (e.channel, e.account, e.conversation) = (r.channel, r.account, r.conversation)""");
    }

    @Produces
    @Dependent
    @Named("early-answer-erasure")
    Erasure earlyAnswers() {
        return new Erasure("early_answer", """
                DELETE FROM early_answer e USING request r
                 WHERE r.id = ANY ($1) AND (e.channel, e.account, e.conversation) = (r.channel, r.account, r.conversation)""");
    }

    @Produces
    @Dependent
    @Named("mail-erasure")
    Erasure mails() {
        return new Erasure("mail", "DELETE FROM mail WHERE request_id = ANY ($1)");
    }

    @Produces
    @Dependent
    @Named("attachment-erasure")
    Erasure attachments() {
        return new Erasure("attachment", "DELETE FROM attachment WHERE request_id = ANY ($1)");
    }

    @Produces
    @Dependent
    @Named("participant-erasure")
    Erasure participants() {
        return new Erasure("participant", "DELETE FROM participant WHERE request_id = ANY ($1)");
    }
}
