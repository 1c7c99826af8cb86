package io.beforehand.sla.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.events.Channel;
import io.beforehand.events.Priority;
import io.beforehand.sla.calendar.CalendarBook;
import io.beforehand.sla.policy.PolicyBook.Pin;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyBookTest {

    private static final RequestTraits URGENT_VIP_CHAT =
            new RequestTraits(Priority.URGENT, "vip", Channel.CHAT, "billing", "", "", "");

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private static final Conditions ANY_URGENT = when(Set.of(Priority.URGENT), Set.of());
    private static final Conditions URGENT_VIP = when(Set.of(Priority.URGENT), Set.of("vip"));

    @Test
    void theMostSpecificPolicyWinsWhateverItsOrder() {
        PolicyBook book = book(policy("any", 1, 0, ANY_URGENT), policy("vip", 1, 900, URGENT_VIP));

        assertThat(book.match(URGENT_VIP_CHAT, NOW).policy().ref().id()).isEqualTo("vip");
    }

    @Test
    void amongEquallySpecificOnesTheLowerOrderWinsAndThenTheId() {
        PolicyBook book =
                book(policy("c", 1, 100, ANY_URGENT), policy("b", 1, 50, ANY_URGENT), policy("a", 1, 50, ANY_URGENT));

        assertThat(book.match(URGENT_VIP_CHAT, NOW).policy().ref().id()).isEqualTo("a");
        assertThat(book.inForce()).extracting(policy -> policy.ref().id()).containsExactly("a", "b", "c");
    }

    @Test
    void aFallbackCountsOnlyWhereNothingElseFitsHoweverSpecificItIs() {
        PolicyBook book = book(fallback("shipped", URGENT_VIP), policy("own", 1, 100, ANY_URGENT));
        RequestTraits unknown = new RequestTraits(Priority.HIGH, "", Channel.EMAIL, "", "", "", "");

        assertThat(book.match(URGENT_VIP_CHAT, NOW).policy().ref().id()).isEqualTo("own");
        assertThat(book(fallback("shipped", URGENT_VIP))
                        .match(URGENT_VIP_CHAT, NOW)
                        .policy()
                        .ref()
                        .id())
                .isEqualTo("shipped");
        assertThat(book.match(unknown, NOW).policy()).isEqualTo(Policy.NONE);
    }

    @Test
    void theLatestVersionIsInForceAndTheOldOneStillThere() {
        PolicyBook book = book(policy("p", 2, 100, URGENT_VIP), policy("p", 1, 100, Conditions.ANY));

        assertThat(book.match(URGENT_VIP_CHAT, NOW).policy().ref().version()).isEqualTo(2);
        assertThat(book.match(new RequestTraits(Priority.HIGH, "", Channel.EMAIL, "", "", "", ""), NOW)
                        .policy())
                .isEqualTo(Policy.NONE);
        assertThat(book.pinned(new Pin(new PolicyRef("p", 1), 1)).when()).isEqualTo(Conditions.ANY);
    }

    @Test
    void aRequestWithoutATierDoesNotFitAPolicyThatNamesOne() {
        PolicyBook book = book(policy("vip", 1, 1, URGENT_VIP));

        assertThat(book.match(new RequestTraits(Priority.URGENT, "", Channel.CHAT, "", "", "", ""), NOW)
                        .policy())
                .isEqualTo(Policy.NONE);
    }

    @Test
    void aPolicyCanBeForATeamOrForOneCustomerAndSaysWhyItFits() {
        Conditions named = new Conditions(Set.of(), Set.of(), Set.of(), Set.of(), Set.of("network"), Set.of("acme"));
        PolicyBook book = book(policy("urgent", 1, 1, ANY_URGENT), policy("acme-network", 1, 1, named));

        Choice choice =
                book.match(new RequestTraits(Priority.URGENT, "", Channel.CHAT, "", "network", "acme", ""), NOW);

        assertThat(choice.policy().ref().id()).isEqualTo("acme-network");
        assertThat(choice.reasons()).containsExactly("team=network", "customer=acme");
        assertThat(book.match(new RequestTraits(Priority.URGENT, "", Channel.CHAT, "", "network", "other", ""), NOW)
                        .reasons())
                .containsExactly("priority=urgent");
    }

    @Test
    void aRetiredPolicyIsChosenNoMoreButWhatGoesByItGoesOn() {
        Policy vip = policy("vip", 1, 1, URGENT_VIP);
        PolicyBook book =
                new PolicyBook(List.of(vip, policy("urgent", 1, 1, ANY_URGENT)), Set.of("vip"), CalendarBook.BUILT_IN);

        assertThat(book.match(URGENT_VIP_CHAT, NOW).policy().ref().id()).isEqualTo("urgent");
        assertThat(book.pinned(new Pin(vip.ref(), 1)).when()).isEqualTo(URGENT_VIP);
        assertThat(book.latest("vip")).hasValue(vip);
        assertThat(book.isRetired("vip")).isTrue();
        assertThat(book.isRetired("urgent")).isFalse();
        assertThat(book.isRetired("unheard-of")).isFalse();
    }

    @Test
    void withoutTheLastPolicyThatFitsRequestsAreLeftWithoutAPromise() {
        Conditions chats = new Conditions(Set.of(), Set.of(), Set.of(Channel.CHAT), Set.of(), Set.of(), Set.of());
        PolicyBook book = book(policy("chats", 1, 1, chats), policy("vip", 1, 1, URGENT_VIP));

        assertThat(book.gaps(ANY_URGENT))
                .containsExactly(new Gap(Priority.URGENT, EnumSet.complementOf(EnumSet.of(Channel.CHAT))));
        assertThat(book.gaps(chats)).isEmpty();
    }

    @Test
    void aPolicyForSomeTiersIsNoneForTheOthers() {
        Conditions silver = when(Set.of(), Set.of("silver"));
        Conditions both = when(Set.of(), Set.of("vip", "silver"));

        assertThat(book(policy("vip", 1, 1, URGENT_VIP)).gaps(ANY_URGENT)).hasSize(1);
        assertThat(book(policy("silver", 1, 1, silver)).gaps(both)).hasSize(3);
        assertThat(book(policy("both", 1, 1, both)).gaps(silver)).isEmpty();
        assertThat(book(policy("both", 1, 1, both)).gaps(URGENT_VIP)).isEmpty();
    }

    @Test
    void aVersionThatNeverWasIsABug() {
        PolicyBook book = book();

        assertThatThrownBy(() -> book.pinned(new Pin(new PolicyRef("p", 1), 1)))
                .isInstanceOf(IllegalStateException.class);
    }

    private static PolicyBook book(Policy... policies) {
        return new PolicyBook(Arrays.asList(policies), CalendarBook.BUILT_IN);
    }

    private static Conditions when(Set<Priority> priorities, Set<String> tiers) {
        return new Conditions(priorities, tiers, Set.of(), Set.of(), Set.of(), Set.of());
    }

    private static Policy fallback(String id, Conditions when) {
        return Policies.policy(id).when(when).fallback().make();
    }

    private static Policy policy(String id, int version, int order, Conditions when) {
        return Policies.policy(id).version(version).order(order).when(when).make();
    }
}
