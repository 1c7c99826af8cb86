package io.beforehand.intake.mailbox;

import io.beforehand.events.TraceContext;
import io.beforehand.intake.ingest.AcceptedEvents;
import io.beforehand.intake.ingest.AcceptedEvents.AcceptedEvent;
import io.beforehand.intake.ingest.Answers;
import io.beforehand.intake.mail.Mail;
import io.beforehand.intake.request.ReplySecretStore;
import io.beforehand.intake.request.RequestBook;
import io.beforehand.intake.request.core.Call;
import io.beforehand.intake.request.core.Defaults;
import io.beforehand.intake.request.core.Outcome;
import io.beforehand.intake.request.core.Receipt;
import io.beforehand.intake.request.core.Submission;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has done what a mail asks for: finds its request and submits it. */
@ApplicationScoped
public class MailDesk {

    private final ReplySecretStore replySecret;
    private final ThreadStore threads;
    private final RequestBook book;
    private final MailMetrics metrics;

    MailDesk(ReplySecretStore replySecret, ThreadStore threads, RequestBook book, MailMetrics metrics) {
        this.replySecret = replySecret;
        this.threads = threads;
        this.book = book;
        this.metrics = metrics;
    }

    /**
     * @param account the mailbox it came to
     * @param deliveryId by which whoever handed it over names that
     */
    public Uni<AcceptedEvents> take(
            Mail mail, String account, @Nullable String deliveryId, Defaults defaults, TraceContext trace) {
        MailIdentity identity = MailIdentity.of(mail, account);
        return replySecret.tokens().flatMap(tokens -> switch (Intent.of(mail, tokens)) {
            case Intent.Message(boolean automatic) ->
                threads.find(account, mail.from().address(), Clues.of(mail, tokens))
                        .map(thread -> MailSubmissions.message(
                                mail, identity, deliveryId, automatic, account, thread, defaults))
                        .flatMap(submission -> submit(submission, identity, null, trace));
            case Intent.Receipt receipt ->
                submit(MailSubmissions.receipt(mail, identity, receipt), identity, null, trace);
            case Intent.Ignore(String reason) -> {
                Log.debugf("Mail ignored account=%s reason=%s", account, reason);
                metrics.ignored(reason);
                yield submit(MailSubmissions.ignored(mail, identity), identity, reason, trace);
            }
        });
    }

    private Uni<AcceptedEvents> submit(
            Submission submission, MailIdentity identity, @Nullable String reason, TraceContext trace) {
        return book.submit(new Call(List.of(submission), trace)).map(verdict -> {
            Receipt receipt = Answers.receipts(verdict).getFirst();
            return new AcceptedEvents(List.of(new AcceptedEvent(
                    identity.mailId(),
                    receipt.requestId(),
                    receipt.outcome().wireName(),
                    receipt.outcome() == Outcome.IGNORED ? reason : null)));
        });
    }
}
