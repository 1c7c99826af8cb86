package io.beforehand.sla.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.events.Channel;
import io.beforehand.events.Priority;
import io.beforehand.sla.calendar.CalendarBook;
import io.beforehand.sla.calendar.PinnedCalendar;
import io.beforehand.sla.policy.PolicyBook.Pin;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
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
        Policy policy = policy(id, 1, 100, when);
        return new Policy(
                policy.ref(),
                policy.when(),
                policy.order(),
                true,
                policy.calendar(),
                policy.goals(),
                policy.pauseOn(),
                policy.onChange());
    }

    private static Policy policy(String id, int version, int order, Conditions when) {
        return new Policy(
                new PolicyRef(id, version),
                when,
                order,
                false,
                PinnedCalendar.ALWAYS,
                Map.of(),
                Set.of(),
                ChangeRule.RECOMPUTE);
    }
}
