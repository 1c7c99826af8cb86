package io.beforehand.intake.channel;

import io.beforehand.events.Channel;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Answer;
import io.beforehand.intake.adapter.ChannelAdapter;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.Verification;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/** Has an adapter verify and read deliveries: large ones, which mails can be, where it holds up nobody. */
@ApplicationScoped
class DeliveryReader {

    private final RemoteKeys remoteKeys;
    private final InstantSource clock;

    DeliveryReader(RemoteKeys remoteKeys, InstantSource clock) {
        this.remoteKeys = remoteKeys;
        this.clock = clock;
    }

    Uni<Reading> read(ChannelAdapter adapter, Delivery delivery, AccountKeys keys) {
        if (adapter.channel() != Channel.EMAIL) {
            return fetched(adapter, delivery, keys).map(all -> reading(adapter, delivery, all));
        }
        Context eventLoop = Objects.requireNonNull(Vertx.currentContext());
        return Uni.createFrom()
                .item(delivery)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(_ -> fetched(adapter, delivery, keys))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(all -> reading(adapter, delivery, all))
                .emitOn(work -> eventLoop.runOnContext(_ -> work.run()));
    }

    private Uni<AccountKeys> fetched(ChannelAdapter adapter, Delivery delivery, AccountKeys keys) {
        return adapter.remoteKey(delivery, keys)
                .map(key -> remoteKeys.get(key).map(keys::with))
                .orElseGet(() -> Uni.createFrom().item(keys));
    }

    private Reading reading(ChannelAdapter adapter, Delivery delivery, AccountKeys keys) {
        return switch (adapter.verify(delivery, keys, clock.instant())) {
            case Verification.Refused(Verification.Cause cause) -> new Reading.Refused(cause);
            case Verification.Valid proof -> {
                try {
                    yield proven(adapter, delivery, keys, proof);
                } catch (MalformedDeliveryException e) {
                    yield new Reading.Malformed(keys, proof, String.valueOf(e.getMessage()));
                }
            }
        };
    }

    private static Reading proven(
            ChannelAdapter adapter, Delivery delivery, AccountKeys keys, Verification.Valid proof) {
        Optional<Answer> challenge = adapter.handshake(delivery, keys);
        return challenge.isPresent()
                ? new Reading.Challenge(keys, proof, challenge.get(), adapter.confirmation(delivery, keys))
                : new Reading.Told(keys, proof, adapter.parse(delivery, keys));
    }
}
