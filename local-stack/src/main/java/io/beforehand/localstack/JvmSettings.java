package io.beforehand.localstack;

import java.util.ArrayList;
import java.util.List;

/**
 * How a service's JVM is run. Where everything shares one machine only the first compiler is used: the optimising one would take more
 * processor time in the first minutes than the services do. Half of the heap, or a third, is for what does not live long, as calls
 * queue up there.
 */
enum JvmSettings {
    /** Where everything shares one machine: what is asked from outside. */
    IN_FRONT(false, "-Xmx192m", "-Xmn96m", "-XX:TieredStopAtLevel=1"),

    /** Where everything shares one machine: what can wait. */
    STEPPING_BACK(true, "-Xmx160m", "-Xmn48m", "-XX:TieredStopAtLevel=1"),

    /** As the Dockerfile says. */
    AS_IN_IMAGE(false, "-Xmx192m");

    private final boolean stepsBack;
    private final List<String> options;

    JvmSettings(boolean stepsBack, String... options) {
        this.stepsBack = stepsBack;
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED"));
        this.options = List.copyOf(all);
    }

    /** Whether others get most of the processor time where there is too little for all. */
    boolean stepsBack() {
        return stepsBack;
    }

    List<String> options() {
        return options;
    }
}
