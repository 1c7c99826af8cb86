package io.beforehand.sla.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.RoutingEvent;
import io.beforehand.events.RoutingEvent.RequestAssigned;
import io.beforehand.events.RoutingEvent.RequestReleased;
import io.beforehand.events.RoutingEvent.RequestTransferred;
import io.beforehand.events.StreamEvent;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnersTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void aRequestBelongsToWhoeverHasTakenItLast() {
        Owners owners = Owners.NONE.after(told(10, assigned("ada"))).after(told(30, transferred("ada", "bob")));

        assertThat(owners.at(minute(9)).agent()).isEmpty();
        assertThat(owners.at(minute(10)).agent()).isEqualTo("ada");
        assertThat(owners.at(minute(29)).agent()).isEqualTo("ada");
        assertThat(owners.at(minute(30)).agent()).isEqualTo("bob");
    }

    @Test
    void whoResolvesARequestAndLetsItGoInOneMomentHasItInThatMoment() {
        Owners owners =
                Owners.NONE.after(told(10, assigned("ada"))).after(told(30, new RequestReleased("ada", "resolved")));

        assertThat(owners.at(minute(30)).agent()).isEqualTo("ada");
        assertThat(owners.at(minute(31)).agent()).isEmpty();
    }

    @Test
    void whatBecomesKnownLateTakesItsPlace() {
        Owners owners = Owners.NONE.after(told(30, transferred("ada", "bob"))).after(told(10, assigned("ada")));

        assertThat(owners.at(minute(20)).agent()).isEqualTo("ada");
        assertThat(owners.at(minute(40)).agent()).isEqualTo("bob");
    }

    @Test
    void ofARequestThatIsHandedRoundForEverTheLastOwnersAreKnown() {
        Owners owners = Owners.NONE;
        for (int minute = 0; minute < 3 * Owners.MOST; minute++) {
            owners = owners.after(told(minute, assigned("agent-" + minute)));
        }

        assertThat(owners.tenures()).hasSize(Owners.MOST);
        assertThat(owners.at(minute(1000)).agent()).isEqualTo("agent-" + (3 * Owners.MOST - 1));
    }

    @Test
    void whatIsStoredIsRead() {
        Owners owners =
                Owners.NONE.after(told(10, assigned("ada"))).after(told(30, new RequestReleased("ada", "resolved")));

        assertThat(OwnersColumn.read(OwnersColumn.write(owners))).isEqualTo(owners);
    }

    private static RequestAssigned assigned(String agent) {
        return new RequestAssigned(agent, agent, "billing", 1, Map.of(), "best-score");
    }

    private static RequestTransferred transferred(String from, String to) {
        return new RequestTransferred(from, to, to, null, null);
    }

    private static StreamEvent told(int minute, RoutingEvent event) {
        return new StreamEvent("r1", minute + 1, minute(minute), null, event);
    }

    private static Instant minute(int minute) {
        return NINE.plusSeconds(60L * minute);
    }
}
