package io.beforehand.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** How soon a request must be answered; the most pressing first. The rank is stored. */
public enum Priority {
    URGENT(0),
    HIGH(1),
    STANDARD(2);

    private final int rank;

    Priority(int rank) {
        this.rank = rank;
    }

    /** Lower is more pressing; also the number that databases know the priority by. */
    public int rank() {
        return rank;
    }

    /** @throws IllegalArgumentException if there is none of that rank */
    public static Priority ofRank(int rank) {
        return Arrays.stream(values())
                .filter(priority -> priority.rank == rank)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no priority of rank " + rank));
    }

    /** The name in JSON, lower case with hyphens. */
    @JsonValue
    public String wireName() {
        return WireName.of(this);
    }

    /** @throws IllegalArgumentException saying which names there are */
    @JsonCreator
    public static Priority of(String wireName) {
        return WireName.parse(Priority.class, wireName);
    }
}
