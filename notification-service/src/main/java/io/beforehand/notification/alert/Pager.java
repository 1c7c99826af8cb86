package io.beforehand.notification.alert;

import io.beforehand.notification.contact.Contacts;
import io.beforehand.notification.contact.OnCall;
import io.beforehand.notification.loop.Loop;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Tells on call of alerts: the first at once, then at most one notification a minute with all that came meanwhile. Every
 * replica runs one; the contact's row decides which of them tells.
 */
@ApplicationScoped
class Pager {

    private static final Logger LOG = Logger.getLogger(Pager.class);
    private static final Duration STATEMENT = Duration.ofSeconds(15);
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Contacts contacts;
    private final PageStore pages;
    private final AlertConfig config;
    private final AlertMetrics metrics;
    private final Loop loop = new Loop("pager", this::turn);
    private boolean complained;

    Pager(Contacts contacts, PageStore pages, AlertConfig config, AlertMetrics metrics) {
        this.contacts = contacts;
        this.pages = pages;
        this.config = config;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void drain(@Observes ShutdownDelayInitiatedEvent event) {
        loop.stop();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /** Says that there may be something to tell. */
    void wake() {
        loop.wake();
    }

    private Duration turn() {
        PageStore.Standing standing = pages.standing(OnCall.DEFAULT).await().atMost(STATEMENT);
        if (!standing.somethingToTell()) {
            return config.poll();
        }
        if (standing.untilNext().isPositive()) {
            return standing.untilNext().compareTo(config.poll()) < 0 ? standing.untilNext() : config.poll();
        }
        Optional<OnCall> onCall = contacts.onCall(OnCall.DEFAULT).await().atMost(STATEMENT);
        if (onCall.isEmpty()) {
            if (!complained) {
                LOG.warnf("Nobody to tell of alerts contactId=%s", OnCall.DEFAULT);
            }
            complained = true;
            return config.poll();
        }
        complained = false;
        int alerts = pages.send(onCall.get()).await().atMost(STATEMENT);
        if (alerts == 0) {
            return GLANCE;
        }
        metrics.countPage(alerts);
        return config.poll();
    }
}
