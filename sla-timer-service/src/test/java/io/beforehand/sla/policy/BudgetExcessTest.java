package io.beforehand.sla.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.Metric;
import io.beforehand.events.Party;
import io.beforehand.events.RequestStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The resolution is promised within eight hours. */
class BudgetExcessTest {

    private static final Metric NETWORK = new Metric("network-time");
    private static final Metric BILLING = new Metric("billing-time");
    private static final Metric CARRIER = new Metric("carrier-time");
    private static final Metric CUSTOMER = new Metric("customer-time");

    @Test
    void budgetsThatFitIntoThePromiseAreInOrder() {
        assertThat(BudgetExcess.of(promised()
                        .goal(NETWORK, team("network", 4))
                        .goal(CARRIER, party(Party.SUPPLIER, 4))
                        .make()))
                .isEmpty();
    }

    @Test
    void aBudgetThatIsLongerThanThePromiseCannotHelpToKeepIt() {
        assertThat(BudgetExcess.of(promised()
                        .goal(NETWORK, team("network", 9))
                        .goal(BILLING, team("billing", 8))
                        .make()))
                .containsExactly(excess(9, 8, NETWORK));
    }

    @Test
    void teamsThatHaveTheRequestOneAfterTheOtherMayTakeTooLongTogether() {
        assertThat(BudgetExcess.of(promised()
                        .goal(NETWORK, team("network", 5))
                        .goal(BILLING, team("billing", 4))
                        .make()))
                .containsExactly(excess(9, 8, BILLING, NETWORK));
    }

    @Test
    void whatASupplierUsesIsAlsoUsedOfTheBudgetOfTheTeamThatHasTheRequest() {
        assertThat(BudgetExcess.of(promised()
                        .goal(NETWORK, team("network", 5))
                        .goal(CARRIER, party(Party.SUPPLIER, 4))
                        .make()))
                .isEmpty();
    }

    @Test
    void twoBudgetsOfOneTeamRunAtTheSameTime() {
        assertThat(BudgetExcess.of(promised()
                        .goal(NETWORK, team("network", 5))
                        .goal(BILLING, team("network", 6))
                        .make()))
                .isEmpty();
    }

    @Test
    void whatPausesThePromiseTakesNothingFromIt() {
        Policies promised = promised().goal(CUSTOMER, party(Party.CUSTOMER, 72));

        assertThat(BudgetExcess.of(promised.pauseOn(RequestStatus.PENDING).make()))
                .isEmpty();
        assertThat(BudgetExcess.of(promised.pauseOn(RequestStatus.ON_HOLD).make()))
                .containsExactly(excess(72, 8, CUSTOMER));
    }

    @Test
    void whatPausesThePromiseForSoLongOnlyTakesTheRest() {
        Policies promised = promised().pauseOn(RequestStatus.ON_HOLD).pauseAtMost(Duration.ofHours(24));

        assertThat(BudgetExcess.of(
                        promised.goal(CARRIER, party(Party.SUPPLIER, 32)).make()))
                .isEmpty();
        assertThat(BudgetExcess.of(
                        promised.goal(CARRIER, party(Party.SUPPLIER, 33)).make()))
                .containsExactly(excess(33, 32, CARRIER));
    }

    @Test
    void withoutAPromiseNothingIsTooLong() {
        assertThat(BudgetExcess.of(
                        Policies.policy("p").goal(NETWORK, team("network", 900)).make()))
                .isEmpty();
    }

    private static Policies promised() {
        return Policies.policy("p").goal(Metric.RESOLUTION, new Goal(Duration.ofHours(8), List.of()));
    }

    private static Goal team(String name, int hours) {
        return new Goal(Duration.ofHours(hours), List.of(), new Holder.Team(name));
    }

    private static Goal party(Party party, int hours) {
        return new Goal(Duration.ofHours(hours), List.of(), new Holder.Awaited(party));
    }

    private static BudgetExcess excess(int taken, int left, Metric... budgets) {
        return new BudgetExcess(List.of(budgets), Duration.ofHours(taken), Duration.ofHours(left));
    }
}
