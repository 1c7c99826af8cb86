package io.beforehand.notification.alert;

import io.beforehand.events.NotificationEvent;
import io.beforehand.events.NotificationEvent.AcknowledgementSent;
import io.beforehand.events.NotificationEvent.AlertAcknowledged;
import io.beforehand.events.NotificationEvent.AlertRaised;
import io.beforehand.events.NotificationEvent.AlertResolved;
import io.beforehand.events.NotificationEvent.AnswerSuggested;
import io.beforehand.events.NotificationEvent.DeliveryFailed;
import io.beforehand.events.NotificationEvent.ReplyDelivered;
import io.beforehand.events.NotificationEvent.UpdateSent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * {@code beforehand.alerts.*}: {@code raised} (risen levels included), {@code acknowledged}, {@code resolved}; {@code pages}
 * stored for delivery, {@code paged} alerts told anew in them.
 */
@Startup
@ApplicationScoped
class AlertMetrics {

    private final Counter raised;
    private final Counter acknowledged;
    private final Counter resolved;
    private final Counter pages;
    private final Counter paged;

    AlertMetrics(MeterRegistry registry) {
        raised = registry.counter("beforehand.alerts.raised");
        acknowledged = registry.counter("beforehand.alerts.acknowledged");
        resolved = registry.counter("beforehand.alerts.resolved");
        pages = registry.counter("beforehand.alerts.pages");
        paged = registry.counter("beforehand.alerts.paged");
    }

    void count(AlertDecision decision) {
        for (NotificationEvent event : decision.events()) {
            switch (event) {
                case AlertRaised _ -> raised.increment();
                case AlertAcknowledged _ -> acknowledged.increment();
                case AlertResolved _ -> resolved.increment();
                case AcknowledgementSent _, UpdateSent _, ReplyDelivered _ -> {}
                case AnswerSuggested _, DeliveryFailed _ -> {}
            }
        }
    }

    void countPage(int alerts) {
        pages.increment();
        paged.increment(alerts);
    }
}
