package io.beforehand.notification.delivery;

import io.beforehand.events.DeliveryKind;
import io.beforehand.notification.mail.SmtpSender;
import io.beforehand.notification.target.Target;
import io.beforehand.notification.target.TargetUnsetException;
import io.beforehand.notification.webhook.WebhookAddress;
import io.beforehand.notification.webhook.WebhookCall;
import io.beforehand.notification.webhook.WebhookSender;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Carries one delivery through one attempt: has it written if need be, sends it, has the outcome recorded. */
@ApplicationScoped
class Courier {

    /** What comes after an attempt. */
    sealed interface Next {

        /** Nothing, here. */
        record Over() implements Next {}

        record Again(Instant at) implements Next {}

        /** Something changed under our hands: to be looked at once more, shortly. */
        record LookAgain() implements Next {}

        /** The attempt could not be made, for reasons of our own; it does not count. */
        record Troubled(Throwable failure) implements Next {}
    }

    private final Map<DeliveryKind, MessageWriter> writers;
    private final Targets targets;
    private final WebhookSender sender;
    private final SmtpSender mails;
    private final DeliveryRecorder recorder;

    Courier(
            @All List<MessageWriter> writers,
            Targets targets,
            WebhookSender sender,
            SmtpSender mails,
            DeliveryRecorder recorder) {
        this.writers = writers.stream().collect(Collectors.toMap(MessageWriter::kind, Function.identity()));
        this.targets = targets;
        this.sender = sender;
        this.mails = mails;
        this.recorder = recorder;
    }

    /** Starts an attempt of each, and says for each, some time later, what comes after it. */
    void carry(List<ClaimedDelivery> deliveries, BiConsumer<ClaimedDelivery, Next> finished) {
        Map<DeliveryKind, List<ClaimedDelivery>> unwritten = deliveries.stream()
                .filter(delivery -> delivery.content() instanceof Content.Unwritten)
                .collect(Collectors.groupingBy(ClaimedDelivery::kind));
        deliveries.stream()
                .filter(delivery -> delivery.content() instanceof Content.Written)
                .forEach(delivery -> attempt(delivery, finished));
        unwritten.forEach((kind, ofKind) -> write(Objects.requireNonNull(writers.get(kind)), ofKind, finished));
    }

    private void write(
            MessageWriter writer, List<ClaimedDelivery> unwritten, BiConsumer<ClaimedDelivery, Next> finished) {
        writer.write(unwritten)
                .subscribe()
                .with(
                        written -> {
                            Map<String, ClaimedDelivery> byId = written.stream()
                                    .collect(Collectors.toMap(ClaimedDelivery::id, Function.identity()));
                            unwritten.forEach(delivery -> {
                                ClaimedDelivery ready = byId.get(delivery.id());
                                if (ready == null) {
                                    finished.accept(delivery, new Next.LookAgain());
                                } else {
                                    attempt(ready, finished);
                                }
                            });
                        },
                        failure ->
                                unwritten.forEach(delivery -> finished.accept(delivery, new Next.Troubled(failure))));
    }

    private void attempt(ClaimedDelivery delivery, BiConsumer<ClaimedDelivery, Next> finished) {
        send(delivery)
                .map(outcome -> new Attempted(delivery, outcome, System.nanoTime()))
                .flatMap(recorder::record)
                .map(state -> state.filter(DeliveryState.Due.class::isInstance)
                        .map(DeliveryState.Due.class::cast)
                        .<Next>map(due -> new Next.Again(due.dueAt()))
                        .orElseGet(Next.Over::new))
                .subscribe()
                .with(
                        next -> finished.accept(delivery, next),
                        failure -> finished.accept(delivery, new Next.Troubled(failure)));
    }

    private Uni<AttemptOutcome> send(ClaimedDelivery delivery) {
        if (delivery.recipient().optedOut()) {
            return Uni.createFrom().item(new AttemptOutcome.NoDestination(Withholding.OPTED_OUT.label()));
        }
        return targets.find(delivery.destination(), delivery.recipient().address())
                .flatMap(found -> found.map(target -> send(delivery, target)).orElseGet(() -> Uni.createFrom()
                        .item(new AttemptOutcome.NoDestination(Targets.missing(delivery.destination())))))
                .onFailure(IllegalArgumentException.class)
                .recoverWithItem(failure -> AttemptOutcome.Failed.of(
                        Fault.CONFIG_BROKEN,
                        failure instanceof TargetUnsetException unset ? unset.reason() : "address-invalid"));
    }

    private Uni<AttemptOutcome> send(ClaimedDelivery delivery, Target target) {
        if (!(delivery.content() instanceof Content.Written written)) {
            throw new IllegalArgumentException("nothing to send yet: " + delivery.id());
        }
        return switch (target) {
            case Target.Webhook(WebhookAddress address) ->
                sender.post(new WebhookCall(delivery.id(), address, written.body(), delivery.trace()))
                        .map(AttemptOutcome::of);
            case Target.Mailbox mailbox ->
                DeliveryMail.of(delivery, written, mailbox)
                        .map(mail -> mails.send(delivery.due().destination(), mailbox.server(), mail)
                                .map(AttemptOutcome::of))
                        .orElseGet(() -> Uni.createFrom().item(new AttemptOutcome.NoDestination("no-mail-address")));
        };
    }
}
