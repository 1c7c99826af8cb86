package io.beforehand.intake.account;

import io.beforehand.intake.request.core.Defaults;
import io.beforehand.intake.webhook.core.WebhookSecret;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** The channel accounts. Each operation is one transaction of at most two statements. */
@ApplicationScoped
public class Accounts {

    /** The kind whose accounts are sources of CloudEvents. */
    public static final String CLOUDEVENTS = "cloudevents";

    private static final String FIND = "from ChannelAccount a where a.id.kind = ?1 and a.id.account in ?2";

    private static final String MAKE_ROOM = """
            INSERT INTO channel_account (kind, account, secrets, enabled, changed_at)
            VALUES (?1, ?2, '{}', true, beforehand_now()) ON CONFLICT DO NOTHING""";

    private final Mutiny.SessionFactory sessions;
    private final ConfiguredAccounts configured;

    Accounts(Mutiny.SessionFactory sessions, ConfiguredAccounts configured) {
        this.sessions = sessions;
        this.configured = configured;
    }

    /** Those of the sources that may send events. */
    public Uni<Map<String, Sender>> senders(Collection<String> sources) {
        return sessions.withSession(session -> session.createQuery(FIND, ChannelAccount.class)
                        .setParameter(1, CLOUDEVENTS)
                        .setParameter(2, sources)
                        .getResultList())
                .map(stored -> {
                    Map<String, Sender> senders = new HashMap<>(configured.senders(CLOUDEVENTS, sources));
                    for (ChannelAccount account : stored) {
                        senders.remove(account.id.account());
                        if (account.enabled) {
                            senders.put(account.id.account(), sender(account));
                        }
                    }
                    return senders;
                });
    }

    Uni<Optional<AccountView>> find(String kind, String account) {
        return sessions.withSession(session -> session.find(ChannelAccount.class, new AccountId(kind, account)))
                .map(stored ->
                        Optional.ofNullable(stored).map(AccountView::of).or(() -> configured.view(kind, account)));
    }

    /** Sets an account whether it was there or not. */
    Uni<AccountView> put(String kind, String account, AccountSettings settings) {
        List<String> secrets = settings.checkedSecrets();
        AccountSettings.DefaultValues defaults = settings.checkedDefaults();
        return sessions.withTransaction(session -> session.createNativeQuery(MAKE_ROOM)
                .setParameter(1, kind)
                .setParameter(2, account)
                .executeUpdate()
                .chain(() -> session.find(ChannelAccount.class, new AccountId(kind, account)))
                .call(stored -> session.createNativeQuery("SELECT beforehand_now()", Instant.class)
                        .getSingleResult()
                        .invoke(now -> stored.changedAt = now))
                .invoke(stored -> {
                    stored.secrets = secrets.toArray(String[]::new);
                    stored.enabled = settings.enabled() == null || settings.enabled();
                    stored.locale = defaults.locale();
                    stored.team = defaults.team();
                    stored.tier = defaults.tier();
                })
                .map(AccountView::of));
    }

    private static Sender sender(ChannelAccount account) {
        return new Sender(
                Stream.of(account.secrets).map(WebhookSecret::of).toList(),
                new Defaults(account.locale, account.team, account.tier));
    }
}
