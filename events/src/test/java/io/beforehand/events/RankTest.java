package io.beforehand.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Databases hold these numbers: they never change. */
class RankTest {

    @Test
    void anOwnersRankIsForEver() {
        assertThat(Owner.values()).extracting(Owner::rank).containsExactly(0, 1, 2, 3);
        assertThat(Owner.ofRank(2)).isEqualTo(Owner.SLA);
        assertThatThrownBy(() -> Owner.ofRank(4)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPrioritysRankIsForEver() {
        assertThat(Priority.values()).extracting(Priority::rank).containsExactly(0, 1, 2);
        assertThat(Priority.ofRank(0)).isEqualTo(Priority.URGENT);
        assertThatThrownBy(() -> Priority.ofRank(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
