package io.beforehand.intake.ingest;

import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.http.security.OperatorAuthentication;
import io.beforehand.http.security.OperatorToken;
import io.beforehand.intake.IntakeConfig;
import io.beforehand.intake.account.AccountRates;
import io.beforehand.intake.account.Accounts;
import io.beforehand.intake.account.Sender;
import io.beforehand.intake.request.core.Defaults;
import io.beforehand.intake.webhook.core.SignatureCheck;
import io.beforehand.intake.webhook.core.SignedWebhook;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Decides who may send events: the operator any, everybody else those whose source's account has a secret that signed them. */
@ApplicationScoped
class Admission {

    private final OperatorToken operatorToken;
    private final Accounts accounts;
    private final AccountRates rates;
    private final InstantSource clock;
    private final Duration deadline;

    Admission(
            OperatorToken operatorToken,
            Accounts accounts,
            AccountRates rates,
            InstantSource clock,
            IntakeConfig config) {
        this.operatorToken = operatorToken;
        this.accounts = accounts;
        this.rates = rates;
        this.clock = clock;
        this.deadline = config.commit().deadline();
    }

    /** What can be judged without looking into the body. */
    Credentials credentials(HttpHeaders headers, byte[] body) {
        String authorization = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            if (OperatorAuthentication.bearer(authorization)
                    .filter(operatorToken::matches)
                    .isEmpty()) {
                throw new ProblemException(ErrorCode.TOKEN_INVALID);
            }
            return new Credentials.Operator();
        }
        SignedWebhook webhook = new SignedWebhook(
                headers.getHeaderString("webhook-id"),
                headers.getHeaderString("webhook-timestamp"),
                headers.getHeaderString("webhook-signature"),
                body);
        mustBeValid(webhook.headers(clock.instant()));
        return new Credentials.Signed(webhook);
    }

    /** What the accounts of the sources assume where events do not say; refused if one of the sources is not the caller's. */
    Uni<Map<String, Defaults>> admit(Credentials credentials, List<CloudEvent> events) {
        return switch (credentials) {
            case Credentials.Operator() -> Uni.createFrom().item(Map.of());
            case Credentials.Signed(SignedWebhook webhook) -> {
                Set<String> sources = events.stream().map(CloudEvent::source).collect(Collectors.toSet());
                yield sources.isEmpty()
                        ? Uni.createFrom().item(Map.of())
                        : accounts.senders(sources)
                                .ifNoItem()
                                .after(deadline)
                                .failWith(() -> new TimeoutException("accounts not read in time"))
                                .map(senders -> admit(webhook, sources, senders));
            }
        };
    }

    /** In binary mode the signature does not cover the event's id, so it must be the one that it does cover. */
    void mustNameTheEvent(Credentials credentials, CloudEvent event) {
        if (credentials instanceof Credentials.Signed(SignedWebhook webhook)
                && !event.id().equals(webhook.id())) {
            throw new ProblemException(ErrorCode.SIGNATURE_INVALID, "webhook-id must be the event's id");
        }
    }

    private Map<String, Defaults> admit(SignedWebhook webhook, Set<String> sources, Map<String, Sender> senders) {
        Instant now = clock.instant();
        Map<String, Defaults> defaults = new HashMap<>();
        for (String source : sources) {
            Sender sender = senders.get(source);
            if (sender == null) {
                throw new ProblemException(ErrorCode.ACCOUNT_UNKNOWN);
            }
            mustBeValid(webhook.verify(sender.secrets(), now));
            rates.count("cloudevents", source);
            defaults.put(source, sender.defaults());
        }
        return defaults;
    }

    private static void mustBeValid(SignatureCheck check) {
        switch (check) {
            case VALID -> {}
            case MISSING -> throw new ProblemException(ErrorCode.SIGNATURE_MISSING);
            case OUTSIDE_WINDOW -> throw new ProblemException(ErrorCode.TIMESTAMP_OUTSIDE_WINDOW);
            case INVALID -> throw new ProblemException(ErrorCode.SIGNATURE_INVALID);
        }
    }
}
