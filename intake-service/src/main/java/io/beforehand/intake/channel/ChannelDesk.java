package io.beforehand.intake.channel;

import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.intake.account.AccountRates;
import io.beforehand.intake.adapter.Answer;
import io.beforehand.intake.adapter.ChannelAdapter;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.Verification.Cause;
import io.beforehand.intake.adapter.Wait;
import io.beforehand.intake.mailbox.MailDesk;
import io.beforehand.intake.request.ReplySecretStore;
import io.beforehand.intake.request.RequestBook;
import io.beforehand.intake.request.core.Call;
import io.beforehand.intake.request.core.Refusal;
import io.beforehand.intake.request.core.Submission;
import io.beforehand.intake.request.core.Verdict;
import io.beforehand.intake.waiting.WaitStore;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Has done what a delivery tells: has it read, submits it, and finds the answer. */
@ApplicationScoped
class ChannelDesk {

    /** What one delivery tells at once shares a commit with what others tell; the rest follows in commits of its own. */
    private static final int TOGETHER = 100;

    /** A caller would rather hear nothing of his place than wait to hear of it. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final DeliveryReader reader;
    private final RequestBook book;
    private final MailDesk mails;
    private final ReplySecretStore replySecret;
    private final WaitStore waits;
    private final AccountRates rates;
    private final RemoteKeys remoteKeys;
    private final ChannelMetrics metrics;
    private final InstantSource clock;

    ChannelDesk(
            DeliveryReader reader,
            RequestBook book,
            MailDesk mails,
            ReplySecretStore replySecret,
            WaitStore waits,
            AccountRates rates,
            RemoteKeys remoteKeys,
            ChannelMetrics metrics,
            InstantSource clock) {
        this.reader = reader;
        this.book = book;
        this.mails = mails;
        this.replySecret = replySecret;
        this.waits = waits;
        this.rates = rates;
        this.remoteKeys = remoteKeys;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** @return the channel's answer; fails with a problem for what is not the account's own, or cannot be read */
    Uni<Answer> take(ChannelAdapter adapter, Envelope envelope, Delivery delivery) {
        return reader.read(adapter, delivery, envelope.gate().keys()).flatMap(reading -> switch (reading) {
            case Reading.Refused(Cause cause) -> refused(adapter, cause);
            case Reading.Proven proven -> {
                rates.count(adapter.kind(), envelope.account());
                yield replySecret
                        .tokens()
                        .flatMap(tokens -> taken(
                                adapter,
                                envelope,
                                delivery,
                                proven,
                                new ChannelSubmissions(adapter, envelope, proven.proof(), clock.instant(), tokens)));
            }
        });
    }

    /** @return the answer to a challenge; fails with {@code not-allowed} for what is none */
    Uni<Answer> challenged(ChannelAdapter adapter, Envelope envelope, Delivery delivery) {
        return reader.read(adapter, delivery, envelope.gate().keys()).flatMap(reading -> switch (reading) {
            case Reading.Refused(Cause cause) -> refused(adapter, cause);
            case Reading.Challenge challenge -> Uni.createFrom().item(challenge.answer());
            case Reading.Malformed malformed -> Uni.createFrom().failure(unreadable(malformed));
            case Reading.Told _ -> Uni.createFrom().failure(new ProblemException(ErrorCode.NOT_ALLOWED));
        });
    }

    private Uni<Answer> taken(
            ChannelAdapter adapter,
            Envelope envelope,
            Delivery delivery,
            Reading.Proven proven,
            ChannelSubmissions submissions) {
        return switch (proven) {
            case Reading.Challenge challenge ->
                challenge
                        .confirmation()
                        .map(remoteKeys::confirm)
                        .orElseGet(() -> Uni.createFrom().voidItem())
                        .replaceWith(challenge.answer());
            case Reading.Told told -> {
                told.events().forEach(event -> metrics.told(adapter.kind(), event));
                yield submit(submissions.of(told.events(), delivery), envelope)
                        .chain(() -> mailed(told.events(), envelope))
                        .chain(() -> waits(adapter, envelope, delivery, proven))
                        .map(wait -> adapter.answer(
                                delivery,
                                proven.keys(),
                                wait.in(envelope.gate().defaults().locale())));
            }
            // It may yet be somebody else's, behind a signature that was made for another body.
            case Reading.Malformed malformed ->
                submit(submissions.of(List.of(), delivery), envelope)
                        .chain(() -> malformed(adapter, delivery, malformed));
        };
    }

    private Uni<Answer> refused(ChannelAdapter adapter, Cause cause) {
        metrics.refused(adapter.kind(), cause);
        return Uni.createFrom()
                .failure(new ProblemException(
                        switch (cause) {
                            case SIGNATURE_MISSING -> ErrorCode.SIGNATURE_MISSING;
                            case SIGNATURE_INVALID -> ErrorCode.SIGNATURE_INVALID;
                            case OUTSIDE_WINDOW -> ErrorCode.TIMESTAMP_OUTSIDE_WINDOW;
                            case TOKEN_INVALID -> ErrorCode.TOKEN_INVALID;
                        }));
    }

    private Uni<Wait> waits(ChannelAdapter adapter, Envelope envelope, Delivery delivery, Reading.Proven proven) {
        return adapter.caller(delivery, proven.keys())
                .map(call -> waits.ofCall(envelope.account(), SoundText.id(call))
                        .ifNoItem()
                        .after(PATIENCE)
                        .recoverWithItem(Wait.UNKNOWN)
                        .onFailure()
                        .recoverWithItem(Wait.UNKNOWN))
                .orElseGet(() -> Uni.createFrom().item(Wait.UNKNOWN));
    }

    /** In their order; should one of several commits fail, the delivery comes again, and what is stored is known. */
    private Uni<Void> submit(List<Submission> told, Envelope envelope) {
        Uni<Void> submitted = Uni.createFrom().voidItem();
        for (int from = 0; from < told.size(); from += TOGETHER) {
            List<Submission> some = told.subList(from, Math.min(told.size(), from + TOGETHER));
            submitted = submitted.chain(() -> book.submit(new Call(some, envelope.trace(), true))
                    .invoke(ChannelDesk::mustBeNoReplay)
                    .replaceWithVoid());
        }
        return submitted;
    }

    /** What may come only once came again with another body: somebody holds a signature that was made for something else. */
    private static void mustBeNoReplay(Verdict verdict) {
        if (verdict instanceof Verdict.Refused(Refusal.IdReused _)) {
            throw new ProblemException(ErrorCode.SIGNATURE_INVALID, "the signature was used before for another body");
        }
    }

    private Uni<Void> mailed(List<ChannelEvent> events, Envelope envelope) {
        return Multi.createFrom()
                .items(events.stream()
                        .filter(ChannelEvent.Mailed.class::isInstance)
                        .map(ChannelEvent.Mailed.class::cast))
                .onItem()
                .transformToUniAndConcatenate(event -> mails.take(
                        event.mail(),
                        envelope.account(),
                        SoundText.idIfAny(event.origin().deliveryId()),
                        envelope.gate().defaults(),
                        envelope.trace()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Answer> malformed(ChannelAdapter adapter, Delivery delivery, Reading.Malformed malformed) {
        metrics.malformed(adapter.kind());
        Log.warnf("Delivery cannot be read kind=%s reason=%s", adapter.kind(), malformed.reason());
        return switch (adapter.malformedStatus()) {
            case 200 -> Uni.createFrom().item(() -> adapter.answer(delivery, malformed.keys()));
            case 400 -> Uni.createFrom().failure(unreadable(malformed));
            default -> Uni.createFrom().item(Answer.of(adapter.malformedStatus()));
        };
    }

    private static ProblemException unreadable(Reading.Malformed malformed) {
        return new ProblemException(ErrorCode.MALFORMED_DELIVERY).with("reason", malformed.reason());
    }
}
