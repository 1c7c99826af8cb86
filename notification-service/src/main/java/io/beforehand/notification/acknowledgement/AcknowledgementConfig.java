package io.beforehand.notification.acknowledgement;

import io.beforehand.notification.language.Language;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;

/** How requests are acknowledged. */
@ConfigMapping(prefix = "beforehand.acknowledgement")
public interface AcknowledgementConfig {

    /**
     * How long an acknowledgement waits for the first-response clock and for routing. They take some ten milliseconds; a
     * chat customer looks at a silent window after a few seconds.
     */
    @WithDefault("1s")
    Duration patience();

    /** The language of customers whose own is unknown, or is none of ours: BCP 47. */
    @WithDefault("en")
    String locale();

    /** The zone in which moments are told to customers; it is named each time. */
    @WithDefault("UTC")
    ZoneId zone();

    default Language language() {
        return Language.of(locale(), Language.ENGLISH);
    }
}
