package io.beforehand.notification.update;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How customers are told of progress. */
@ConfigMapping(prefix = "beforehand.update")
public interface UpdateConfig {

    /**
     * How long after the acknowledgement no update goes. Much happens in the first minutes that the acknowledgement all but
     * told already; a second message right behind it is noise.
     */
    @WithDefault("5m")
    Duration quietAfterAcknowledgement();
}
