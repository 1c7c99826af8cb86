package io.beforehand.intake.channel;

import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.intake.account.AccountRates;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Answer;
import io.beforehand.intake.adapter.ChannelAdapter;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.Wait;
import io.beforehand.intake.mailbox.MailDesk;
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
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Has done what a delivery tells: verifies it, reads it, submits it, and finds the answer. */
@ApplicationScoped
class ChannelDesk {

    private final RequestBook book;
    private final MailDesk mails;
    private final WaitStore waits;
    private final AccountRates rates;
    private final RemoteKeys remoteKeys;
    private final ChannelMetrics metrics;
    private final InstantSource clock;

    ChannelDesk(
            RequestBook book,
            MailDesk mails,
            WaitStore waits,
            AccountRates rates,
            RemoteKeys remoteKeys,
            ChannelMetrics metrics,
            InstantSource clock) {
        this.book = book;
        this.mails = mails;
        this.waits = waits;
        this.rates = rates;
        this.remoteKeys = remoteKeys;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** @return the channel's answer; fails with a problem for what is not the account's own, or cannot be read */
    Uni<Answer> take(ChannelAdapter adapter, Envelope envelope, Delivery delivery) {
        return verified(adapter, delivery, envelope.gate().keys()).flatMap(proof -> {
            rates.count(adapter.kind(), envelope.account());
            try {
                return accepted(adapter, envelope, delivery, proof);
            } catch (MalformedDeliveryException e) {
                // It may yet be somebody else's, behind a signature that was made for another body.
                return submit(submissions(adapter, envelope, proof).of(List.of(), delivery), envelope)
                        .chain(() -> malformed(adapter, delivery, proof.keys(), e));
            }
        });
    }

    /** @return the answer to a challenge; fails with {@code not-allowed} for what is none */
    Uni<Answer> challenged(ChannelAdapter adapter, AccountKeys keys, Delivery delivery) {
        return verified(adapter, delivery, keys).map(proof -> {
            try {
                return adapter.handshake(delivery, proof.keys())
                        .orElseThrow(() -> new ProblemException(ErrorCode.NOT_ALLOWED));
            } catch (MalformedDeliveryException e) {
                throw unreadable(e);
            }
        });
    }

    private record Proof(AccountKeys keys, Verification.Valid valid) {}

    private Uni<Proof> verified(ChannelAdapter adapter, Delivery delivery, AccountKeys keys) {
        return keysFor(adapter, delivery, keys).map(all -> switch (adapter.verify(delivery, all, clock.instant())) {
            case Verification.Valid valid -> new Proof(all, valid);
            case Verification.Refused(Verification.Cause cause) -> {
                metrics.refused(adapter.kind(), cause);
                throw new ProblemException(
                        switch (cause) {
                            case SIGNATURE_MISSING -> ErrorCode.SIGNATURE_MISSING;
                            case SIGNATURE_INVALID -> ErrorCode.SIGNATURE_INVALID;
                            case OUTSIDE_WINDOW -> ErrorCode.TIMESTAMP_OUTSIDE_WINDOW;
                            case TOKEN_INVALID -> ErrorCode.TOKEN_INVALID;
                        });
            }
        });
    }

    private Uni<AccountKeys> keysFor(ChannelAdapter adapter, Delivery delivery, AccountKeys keys) {
        return adapter.remoteKey(delivery, keys)
                .map(key -> remoteKeys.get(key).map(keys::with))
                .orElseGet(() -> Uni.createFrom().item(keys));
    }

    private Uni<Answer> accepted(ChannelAdapter adapter, Envelope envelope, Delivery delivery, Proof proof) {
        Optional<Answer> handshake = adapter.handshake(delivery, proof.keys());
        if (handshake.isPresent()) {
            return adapter.confirmation(delivery, proof.keys())
                    .map(remoteKeys::confirm)
                    .orElseGet(() -> Uni.createFrom().voidItem())
                    .replaceWith(handshake.get());
        }
        List<ChannelEvent> events = adapter.parse(delivery, proof.keys());
        events.forEach(event -> metrics.told(adapter.kind(), event));
        List<Submission> told = submissions(adapter, envelope, proof).of(events, delivery);
        return submit(told, envelope)
                .chain(() -> mailed(events, envelope))
                .chain(() -> waits(adapter, envelope, delivery, proof))
                .map(wait -> adapter.answer(
                        delivery,
                        proof.keys(),
                        wait.in(envelope.gate().defaults().locale())));
    }

    private static ChannelSubmissions submissions(ChannelAdapter adapter, Envelope envelope, Proof proof) {
        return new ChannelSubmissions(
                adapter, envelope.account(), envelope.gate().defaults(), proof.valid());
    }

    private Uni<Wait> waits(ChannelAdapter adapter, Envelope envelope, Delivery delivery, Proof proof) {
        return adapter.caller(delivery, proof.keys())
                .map(call -> waits.ofCall(envelope.account(), SoundText.id(call)))
                .orElseGet(() -> Uni.createFrom().item(Wait.UNKNOWN));
    }

    private Uni<Void> submit(List<Submission> told, Envelope envelope) {
        return told.isEmpty()
                ? Uni.createFrom().voidItem()
                : book.submit(new Call(told, envelope.trace(), true))
                        .invoke(ChannelDesk::mustBeNoReplay)
                        .replaceWithVoid();
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
                        event.mail(), envelope.account(), envelope.gate().defaults(), envelope.trace()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Answer> malformed(
            ChannelAdapter adapter, Delivery delivery, AccountKeys keys, MalformedDeliveryException e) {
        metrics.malformed(adapter.kind());
        Log.warnf("Delivery cannot be read kind=%s reason=%s", adapter.kind(), e.getMessage());
        return switch (adapter.malformedStatus()) {
            case 200 -> Uni.createFrom().item(() -> adapter.answer(delivery, keys));
            case 400 -> Uni.createFrom().failure(unreadable(e));
            default -> Uni.createFrom().item(Answer.of(adapter.malformedStatus()));
        };
    }

    private static ProblemException unreadable(MalformedDeliveryException e) {
        return new ProblemException(ErrorCode.MALFORMED_DELIVERY).with("reason", String.valueOf(e.getMessage()));
    }
}
