package io.beforehand.intake.adapter;

import io.beforehand.events.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One channel: how its deliveries show whose they are, and what they say. Stateless and pure.
 *
 * <p>The order of calls for a delivery is {@link #verify}, {@link #handshake}, {@link #parse}, {@link #answer}; what is not verified
 * gets no further.
 */
public interface ChannelAdapter {

    /** Its name in {@code /v1/channels/{kind}/{account}}. */
    String kind();

    /** What its requests count as where an event does not say otherwise. */
    Channel channel();

    /**
     * Whether the channel itself keeps threads apart. If not, a conversation is just the customer, and what he writes after a while
     * is about something else.
     */
    default boolean threaded() {
        return true;
    }

    /** @throws InvalidKeysException saying what an account of this channel needs */
    void check(AccountKeys keys);

    /**
     * What has to be fetched before a delivery can be verified, such as the certificate it names; only from addresses that are the
     * channel's own.
     */
    default Optional<RemoteKey> remoteKey(Delivery delivery, AccountKeys keys) {
        return Optional.empty();
    }

    /** Whether the delivery is the account's own. Of a delivery that is not, nothing may be believed, logged or answered. */
    Verification verify(Delivery delivery, AccountKeys keys, Instant now);

    /** The answer by which the channel makes sure that it has found us; empty if the delivery brings events. */
    default Optional<Answer> handshake(Delivery delivery, AccountKeys keys) {
        return Optional.empty();
    }

    /** What has to be called before the channel takes the handshake for done; without it the delivery fails, and comes again. */
    default Optional<Confirmation> confirmation(Delivery delivery, AccountKeys keys) {
        return Optional.empty();
    }

    /**
     * What a verified delivery says, in its order; none if it says nothing. A type that is not known is {@link
     * ChannelEvent.PassedOver}.
     *
     * @throws MalformedDeliveryException if it is not what the channel sends
     */
    List<ChannelEvent> parse(Delivery delivery, AccountKeys keys);

    /** What the channel wants to hear once everything is stored. */
    default Answer answer(Delivery delivery, AccountKeys keys) {
        return Answer.EMPTY;
    }

    /** The conversation of the call whose caller hears the answer, if somebody is on the line. */
    default Optional<String> caller(Delivery delivery, AccountKeys keys) {
        return Optional.empty();
    }

    /** What the {@link #caller} hears. @param wait where his call waits, as far as it is known */
    default Answer answer(Delivery delivery, AccountKeys keys, Wait wait) {
        return answer(delivery, keys);
    }

    /**
     * The status of the answer to a verified delivery that is malformed and will be so however often it comes: by which the channel
     * stops sending it again. 200, as if it were taken, where it would hold up whatever comes after it.
     */
    default int malformedStatus() {
        return 400;
    }
}
