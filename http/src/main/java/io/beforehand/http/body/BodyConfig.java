package io.beforehand.http.body;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** Bounds of request bodies. */
@ConfigMapping(prefix = "beforehand.http.body")
public interface BodyConfig {

    /**
     * The largest body accepted. Larger than any event needs, small enough that a thousand at once do not fill the memory;
     * bodies up to {@code quarkus.rest.input-buffer-size} are read without blocking a thread.
     */
    @WithDefault("1M")
    MemorySize limit();

    /**
     * Places that take larger bodies, by any name. Only what reads its body itself goes beyond the limit above, which holds
     * for everything that is bound.
     */
    Map<String, Larger> larger();

    interface Larger {

        /** How the path begins. */
        String path();

        MemorySize limit();
    }
}
