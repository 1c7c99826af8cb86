package io.beforehand.sla.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Hears when the next alarm of a request is due, whenever that may have changed. */
public interface NextAlarms {

    /**
     * @param at when; empty when nothing is due without a further event
     * @param warning whether it may be a warning, which can be given ahead
     * @param revision raised with every change of the request, so that an older word never replaces a newer one
     */
    record NextAlarm(String requestId, int partition, Optional<Instant> at, boolean warning, long revision) {}

    /** Called once the change is committed. */
    void changed(List<NextAlarm> alarms);
}
