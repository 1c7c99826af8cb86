package io.beforehand.sla.alarm;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How alarms are kept and rung. */
@ConfigMapping(prefix = "beforehand.alarm")
public interface AlarmConfig {

    /** How far ahead alarms are held in memory: long enough that windows are read rarely, short enough to stay small. */
    @WithDefault("10m")
    Duration window();

    /** How long a due alarm waits for inputs that lag behind before it rings all the same, marked as provisional. */
    @WithDefault("30s")
    Duration hold();

    /**
     * How long before its moment a warning is stored, so that nothing but sending it is left to do then: 0 to 5 s. With zero
     * every alarm is stored at its moment. Where more come together than can be stored in that time they are stored sooner, up
     * to 5 s before; that is the most because brokers miss a replica after six ({@code session.timeout.ms}).
     */
    @WithDefault("1s")
    Duration ahead();

    /** Requests that ring in one transaction at the most. */
    @WithDefault("500")
    int batch();
}
