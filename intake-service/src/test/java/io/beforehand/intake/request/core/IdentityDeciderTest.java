package io.beforehand.intake.request.core;

import static io.beforehand.intake.request.core.Desk.NOW;
import static io.beforehand.intake.request.core.Desk.anonymous;
import static io.beforehand.intake.request.core.Desk.call;
import static io.beforehand.intake.request.core.Desk.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.events.RequestEvent;
import io.beforehand.events.RequestEvent.CustomerMerged;
import io.beforehand.events.RequestEvent.RequestOpened;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.StreamEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two identities turn out to be one person. */
class IdentityDeciderTest {

    private static final CustomerKey PHONE = new CustomerKey(Channel.SMS, "default", "+15550100");
    private static final CustomerKey MAIL = new CustomerKey(Channel.EMAIL, "support", "lin@example.com");
    private static final CustomerKey CHAT = new CustomerKey(Channel.CHAT, "default", "lin");

    private final Desk desk = new Desk();

    @Test
    void theOthersAreToldOnEachOfHisRequestsThatIsNotClosed() {
        // Given
        Receipt open = desk.accept(says(PHONE, "c-1", null));
        Receipt resolved = desk.accept(says(PHONE, "c-2", null));
        desk.accept(status(resolved, RequestStatus.RESOLVED));
        Receipt closed = desk.accept(says(PHONE, "c-3", null));
        desk.accept(status(closed, RequestStatus.CLOSED));
        desk.accept(says(MAIL, "c-4", "vip"));

        // When
        Receipt receipt = desk.accept(new Command.MergeIdentity(PHONE, MAIL));

        // Then
        assertThat(receipt.outcome()).isEqualTo(Outcome.RECORDED);
        assertThat(merged())
                .extracting(StreamEvent::requestId)
                .containsExactlyInAnyOrder(open.requestId(), resolved.requestId());
        assertThat(merged().getFirst().event())
                .isEqualTo(new CustomerMerged(
                        PHONE.id(), new Customer(MAIL.id(), "name of " + MAIL.id(), "vip", "zh-CN", null)));
        assertThat(desk.request(open).classification().tier()).isEqualTo("vip");
        assertThat(desk.request(closed).classification().tier()).isNull();
    }

    @Test
    void whatIsKnownOfTheOneOnlyIsKnownOfBoth() {
        // Given
        desk.accept(says(PHONE, "c-1", "gold"));
        desk.accept(writes(MAIL, "c-2", new Customer(MAIL.id(), null, null, null, "lin@example.com")));

        // When
        desk.accept(new Command.MergeIdentity(PHONE, MAIL));

        // Then
        assertThat(desk.known().customers().get(MAIL))
                .isEqualTo(new Customer(MAIL.id(), "name of +15550100", "gold", "zh-CN", "lin@example.com"));
    }

    @Test
    void whatHeWritesLaterCountsForThePerson() {
        // Given
        desk.accept(says(PHONE, "c-1", "basic"));
        desk.accept(says(MAIL, "c-2", "vip"));
        desk.accept(new Command.MergeIdentity(PHONE, MAIL));

        // When
        Receipt later = desk.accept(says(PHONE, "c-3", null));

        // Then
        assertThat(desk.request(later).classification().tier()).isEqualTo("vip");
        assertThat(desk.openings.getLast().assessment().priority().reason()).isEqualTo("vip");
        List<RequestEvent> told = desk.told.stream()
                .filter(event -> event.requestId().equals(later.requestId()))
                .map(event -> (RequestEvent) event.event())
                .toList();
        assertThat(told.getFirst()).isInstanceOfSatisfying(RequestOpened.class, opened -> assertThat(
                        opened.customer().id())
                .isEqualTo(PHONE.id()));
        assertThat(told.getLast()).isInstanceOfSatisfying(CustomerMerged.class, merged -> assertThat(
                        merged.into().id())
                .isEqualTo(MAIL.id()));
    }

    @Test
    void aTierThatAnyIdentityIsSaidToHaveIsThePersons() {
        // Given
        desk.accept(says(PHONE, "c-1", null));
        desk.accept(says(MAIL, "c-2", "basic"));
        desk.accept(new Command.MergeIdentity(PHONE, MAIL));

        // When
        desk.accept(says(PHONE, "c-3", "vip"));

        // Then
        Receipt byMail = desk.accept(says(MAIL, "c-4", null));
        assertThat(desk.request(byMail).classification().tier()).isEqualTo("vip");
    }

    @Test
    void whoChangesHisNumberIsTheSamePersonBeforeHeWritesFromTheNewOne() {
        // Given
        desk.accept(says(PHONE, "c-1", "vip"));
        CustomerKey changed = new CustomerKey(Channel.SMS, "default", "+15550199");

        // When
        desk.accept(new Command.MergeIdentity(PHONE, changed));

        // Then
        assertThat(desk.known().customers().get(changed))
                .isEqualTo(new Customer("+15550199", "name of +15550100", "vip", "zh-CN", null));
        Receipt later = desk.accept(says(changed, "c-2", null));
        assertThat(desk.request(later).classification().tier()).isEqualTo("vip");
    }

    @Test
    void mergingAgainOrBackOrWithHimselfOrWhomNobodyKnowsChangesNothing() {
        // Given
        desk.accept(says(PHONE, "c-1", null));
        desk.accept(says(MAIL, "c-2", null));
        desk.accept(new Command.MergeIdentity(PHONE, MAIL));
        int told = desk.told.size();

        // When
        List<Receipt> receipts = List.of(
                desk.accept(new Command.MergeIdentity(PHONE, MAIL)),
                desk.accept(new Command.MergeIdentity(MAIL, PHONE)),
                desk.accept(new Command.MergeIdentity(MAIL, MAIL)),
                desk.accept(new Command.MergeIdentity(CHAT, MAIL)));

        // Then
        assertThat(receipts).extracting(Receipt::outcome).containsOnly(Outcome.IGNORED);
        assertThat(desk.told).hasSize(told);
    }

    @Test
    void aCircleInOneBatchIsOnePerson() {
        // Given
        desk.accept(says(PHONE, "c-1", null));
        desk.accept(says(MAIL, "c-2", null));
        desk.accept(says(CHAT, "c-3", null));

        // When
        desk.decide(List.of(
                call(anonymous(new Command.MergeIdentity(PHONE, MAIL))),
                call(anonymous(new Command.MergeIdentity(MAIL, CHAT))),
                call(anonymous(new Command.MergeIdentity(CHAT, PHONE)))));

        // Then
        Draft draft = Draft.of(desk.known(), NOW);
        assertThat(List.of(PHONE, MAIL, CHAT)).extracting(draft::leadOf).containsOnly(CHAT);
        assertThat(merged()).hasSize(3);
    }

    private List<StreamEvent> merged() {
        return desk.told.stream()
                .filter(event -> event.event() instanceof CustomerMerged)
                .toList();
    }

    private static Command.CustomerMessage says(CustomerKey who, String conversation, String tier) {
        return writes(who, conversation, new Customer(who.id(), "name of " + who.id(), tier, "zh-CN", null));
    }

    private static Command.CustomerMessage writes(CustomerKey who, String conversation, Customer customer) {
        return new Command.CustomerMessage(
                new ConversationKey(who.channel(), who.account(), conversation),
                customer,
                null,
                "hello",
                List.of(),
                Hints.NONE,
                Defaults.NONE,
                null,
                null);
    }
}
