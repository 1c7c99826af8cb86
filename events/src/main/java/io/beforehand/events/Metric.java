package io.beforehand.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * What a clock measures. The six of the standard metrics are constants; any other name is a budget within the customer's
 * promise, such as that of a team (operational level agreement).
 *
 * @param name lower case letters, digits and hyphens, 1 to 64 characters
 */
public record Metric(@JsonValue String name) implements Comparable<Metric> {

    public static final Metric ACKNOWLEDGEMENT = new Metric("acknowledgement");
    public static final Metric ASSIGNMENT = new Metric("assignment");
    public static final Metric FIRST_RESPONSE = new Metric("first-response");
    public static final Metric NEXT_RESPONSE = new Metric("next-response");
    public static final Metric UPDATE = new Metric("update");
    public static final Metric RESOLUTION = new Metric("resolution");

    @JsonCreator
    public Metric {
        if (!Form.NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("metric must be lower case letters, digits and hyphens: " + name);
        }
    }

    /** Apart, as the constants above are made before any other of this class. */
    private static final class Form {
        private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    }

    @Override
    public int compareTo(Metric other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
