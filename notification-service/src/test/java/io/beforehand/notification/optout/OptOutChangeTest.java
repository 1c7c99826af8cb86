package io.beforehand.notification.optout;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.events.Event;
import io.beforehand.events.Mail;
import io.beforehand.events.RequestEvent.ContactOptedIn;
import io.beforehand.events.RequestEvent.ContactOptedOut;
import io.beforehand.events.RequestEvent.CustomerForgotten;
import io.beforehand.events.RequestEvent.CustomerMessaged;
import io.beforehand.events.RequestEvent.ReceiptReceived;
import io.beforehand.events.RequestEvent.RequestOpened;
import io.beforehand.events.Sender;
import io.beforehand.events.StreamEvent;
import io.beforehand.events.Visibility;
import io.beforehand.notification.language.Language;
import io.beforehand.notification.optout.OptOutChange.Forgotten;
import io.beforehand.notification.optout.OptOutChange.OptedIn;
import io.beforehand.notification.optout.OptOutChange.OptedOut;
import io.beforehand.notification.optout.OptOutChange.WroteAgain;
import io.beforehand.notification.request.Correspondence;
import io.beforehand.notification.testing.Examples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptOutChangeTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final RequestOpened OPENED = Examples.opened("R-1", Channel.SMS, "support", "en");
    private static final CustomerAddress WANG = new CustomerAddress(Channel.SMS, "support", "wang@example.com");
    private static final ContactOptedOut STOP = new ContactOptedOut(WANG.channel(), WANG.account(), WANG.address());
    private static final CustomerMessaged MESSAGE = messageOf("wang@example.com", true);

    @Test
    void anOptOutIsOfTheAddressThatTheChannelNames() {
        ContactOptedOut stop = new ContactOptedOut(Channel.SMS, "other", "+8613800138000");

        assertThat(of(stop))
                .containsExactly(new OptedOut(new CustomerAddress(Channel.SMS, "other", "+8613800138000"), NOW));
    }

    @Test
    void whoeverOpensARequestOrWritesInOneWantsToHearFromUs() {
        assertThat(of(OPENED, MESSAGE)).containsExactly(new WroteAgain(WANG, NOW), new WroteAgain(WANG, at(1)));
    }

    @Test
    void whoeverOptsInWantsToHearFromUsAtThatAddress() {
        assertThat(of(new ContactOptedIn(Channel.SMS, "other", "+8613800138000")))
                .containsExactly(new OptedIn(new CustomerAddress(Channel.SMS, "other", "+8613800138000"), NOW));
    }

    @Test
    void whoeverElseWritesInTheRequestSpeaksForHimselfOnly() {
        assertThat(of(messageOf("li@example.com", false)))
                .containsExactly(new WroteAgain(new CustomerAddress(Channel.SMS, "support", "li@example.com"), NOW));
    }

    @Test
    void theCustomerWhoWritesFromAnotherAddressMeansTheOneThatHeIsAnsweredAtToo() {
        assertThat(of(messageOf("wang@work.example", true)))
                .containsExactly(
                        new WroteAgain(WANG, NOW),
                        new WroteAgain(new CustomerAddress(Channel.SMS, "support", "wang@work.example"), NOW));
    }

    @Test
    void aMailSpeaksForWhomItIsFromAndNotForWhomItWantsAnswered() {
        // Given somebody who has answers to his mails sent to somebody else
        Mail mail = new Mail("1@example.com", List.of(), null, false);
        RequestOpened opened = Examples.opened(
                "R-2",
                Channel.EMAIL,
                "support",
                new Customer("mallory@example.com", null, null, null, "wang@example.com"),
                mail);
        CustomerMessaged more = new CustomerMessaged(
                "m-2", "and", NOW, mail, new Sender(Channel.EMAIL, "support", "mallory@example.com", true));

        // When
        List<OptOutChange> changes = of(Correspondence.of(opened, Language.ENGLISH), opened, more);

        // Then
        assertThat(changes)
                .extracting(OptOutChange::customer)
                .containsOnly(new CustomerAddress(Channel.EMAIL, "support", "mallory@example.com"));
    }

    @Test
    void aMessageOfWhichNobodyKnowsWhoseItIsSaysNothing() {
        assertThat(of(new CustomerMessaged("m-2", "hello", NOW, null))).isEmpty();
    }

    @Test
    void ofACustomerWhoIsForgottenNoAddressIsKept() {
        assertThat(of(new CustomerForgotten("forgotten-1"))).containsExactly(new Forgotten(WANG, NOW));
    }

    @Test
    void aMachineThatWritesInHisNameSaysNothing() {
        Mail automatic = new Mail("2@example.com", List.of(), null, true);

        assertThat(of(new CustomerMessaged(
                        "m-2",
                        "out of office",
                        NOW,
                        automatic,
                        new Sender(Channel.SMS, "support", "wang@example.com", true))))
                .isEmpty();
        assertThat(of(Examples.openedByMail("R-1", "support", true))).isEmpty();
        assertThat(of(Examples.openedByMail("R-1", "support", false))).hasSize(1);
    }

    @Test
    void whatOthersDoSaysNothingOfWhatTheCustomerWants() {
        assertThat(of(
                        Examples.reply("m-3", "hello?", true, Visibility.PUBLIC),
                        new ReceiptReceived("d-1", "delivered"),
                        Examples.assigned("Ada")))
                .isEmpty();
    }

    @Test
    void mailAddressesThatDifferInCaseAreOne() {
        assertThat(new CustomerAddress(Channel.EMAIL, "support", "Wang@Example.com"))
                .isEqualTo(new CustomerAddress(Channel.EMAIL, "support", "wang@example.com"));
        assertThat(new CustomerAddress(Channel.SOCIAL, "page", "Ab12"))
                .isNotEqualTo(new CustomerAddress(Channel.SOCIAL, "page", "ab12"));
    }

    @Test
    void ofTwoAtTheSameMomentTheLaterInTheStreamCounts() {
        OptedOut out = new OptedOut(WANG, NOW);
        WroteAgain wrote = new WroteAgain(WANG, NOW);

        assertThat(OptOutChange.lastOf(List.of(out, wrote))).containsExactly(new OptedIn(WANG, NOW));
        assertThat(OptOutChange.lastOf(List.of(wrote, out))).containsExactly(out);
    }

    @Test
    void aMessageIsAWordOnBeingWrittenToOnlyAfterAnother() {
        WroteAgain wrote = new WroteAgain(WANG, at(1));

        assertThat(OptOutChange.lastOf(List.of(new WroteAgain(WANG, NOW), wrote)))
                .containsExactly(wrote);
        assertThat(OptOutChange.lastOf(List.of(new Forgotten(WANG, NOW), wrote)))
                .containsExactly(wrote);
        assertThat(OptOutChange.lastOf(List.of(new OptedIn(WANG, NOW), wrote)))
                .containsExactly(new OptedIn(WANG, at(1)));
        assertThat(OptOutChange.lastOf(List.of(new OptedOut(WANG, NOW), wrote)))
                .containsExactly(new OptedIn(WANG, at(1)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverTheOrderOfRequestsWhatEachCustomerDidLastCounts(long seed) {
        // Given
        Random random = new Random(seed);
        List<CustomerAddress> customers = List.of(WANG, new CustomerAddress(Channel.SMS, "support", "+1"));
        List<OptOutChange> history = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            CustomerAddress customer = customers.get(random.nextInt(customers.size()));
            history.add(random.nextBoolean() ? new OptedOut(customer, at(i)) : new OptedIn(customer, at(i)));
        }
        List<OptOutChange> shuffled = new ArrayList<>(history);
        Collections.shuffle(shuffled, random);

        // When
        List<OptOutChange> last = OptOutChange.lastOf(shuffled);

        // Then
        List<OptOutChange> expected = customers.stream()
                .map(customer -> history.stream()
                        .filter(change -> change.customer().equals(customer))
                        .toList()
                        .getLast())
                .toList();
        assertThat(last).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static CustomerMessaged messageOf(String address, boolean requester) {
        return new CustomerMessaged("m-2", "hello", NOW, null, new Sender(Channel.SMS, "support", address, requester));
    }

    /** What a request of Wang's says when it hears these, one second after the other. */
    private static List<OptOutChange> of(Event... events) {
        return of(Correspondence.of(OPENED, Language.ENGLISH), events);
    }

    private static List<OptOutChange> of(Correspondence correspondence, Event... events) {
        return IntStream.range(0, events.length)
                .mapToObj(i -> new StreamEvent("r-1", i + 1, at(i), null, events[i]))
                .flatMap(event -> OptOutChange.of(correspondence, event).stream())
                .toList();
    }

    private static Instant at(int seconds) {
        return NOW.plusSeconds(seconds);
    }
}
