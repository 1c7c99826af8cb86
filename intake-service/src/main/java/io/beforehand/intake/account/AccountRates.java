package io.beforehand.intake.account;

import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.intake.IntakeConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/**
 * How much each account may send. Counted once a delivery has shown whose it is: else anybody could use up what is another's.
 */
@ApplicationScoped
public class AccountRates {

    private static final int REMEMBERED = 10_000;

    private final RateLimit limit;

    AccountRates(IntakeConfig config, InstantSource clock) {
        this.limit = new RateLimit(config.rate().perSecond(), config.rate().burst(), REMEMBERED, clock);
    }

    /** @throws ProblemException {@code rate-limited} if the account has sent too much just now */
    public void count(String kind, String account) {
        limit.take(kind + "/" + account).ifPresent(wait -> {
            throw new ProblemException(ErrorCode.RATE_LIMITED, "the account sends too much")
                    .with(ProblemException.RETRY_AFTER, wait.toSeconds());
        });
    }
}
