package io.beforehand.intake.mailbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@code beforehand_intake_mails_ignored_total} counts mails that nothing was done with, by reason. */
@Startup
@Singleton
class MailMetrics {

    private static final List<String> REASONS = List.of("own-mail", "auto-reply", "report", "report-on-others");

    private final Map<String, Counter> ignored = new HashMap<>();

    MailMetrics(MeterRegistry registry) {
        for (String reason : REASONS) {
            ignored.put(
                    reason,
                    Counter.builder("beforehand.intake.mails.ignored")
                            .description("Mails that nothing was done with")
                            .tag("reason", reason)
                            .register(registry));
        }
    }

    void ignored(String reason) {
        Objects.requireNonNull(ignored.get(reason)).increment();
    }
}
