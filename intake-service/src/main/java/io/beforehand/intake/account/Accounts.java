package io.beforehand.intake.account;

import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.ChannelAdapter;
import io.beforehand.intake.request.core.Defaults;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The channel accounts. Each operation is one transaction of at most two statements. */
@ApplicationScoped
public class Accounts {

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
        return enabled(Kind.CLOUDEVENTS, sources).map(known -> {
            Map<String, Sender> senders = new HashMap<>();
            known.forEach((source, account) -> senders.put(source, Sender.of(account)));
            return senders;
        });
    }

    /** The mailbox of that name; empty if there is none that is enabled. */
    public Uni<Optional<Mailbox>> mailbox(String account) {
        return enabled(Kind.EMAIL, List.of(account))
                .map(known -> Optional.ofNullable(known.get(account)).map(Mailbox::of));
    }

    /** The account of that kind and name; empty if there is none that is enabled. */
    public Uni<Optional<Gate>> gate(ChannelAdapter adapter, String account) {
        return enabled(Kind.of(adapter), List.of(account))
                .map(known -> Optional.ofNullable(known.get(account)).map(Gate::of));
    }

    private Uni<Map<String, KnownAccount>> enabled(Kind kind, Collection<String> names) {
        return sessions.withSession(session -> session.createQuery(FIND, ChannelAccount.class)
                        .setParameter(1, kind.wireName())
                        .setParameter(2, names)
                        .getResultList())
                .map(stored -> {
                    Map<String, KnownAccount> known = configured.find(kind, names);
                    for (ChannelAccount account : stored) {
                        known.remove(account.id.account());
                        if (account.enabled) {
                            known.put(account.id.account(), known(account));
                        }
                    }
                    return known;
                });
    }

    /** @throws ProblemException {@code channel-unknown} */
    public Uni<Optional<AccountView>> find(String kindName, String account) {
        Kind kind = Kind.of(kindName).orElseThrow(() -> new ProblemException(ErrorCode.CHANNEL_UNKNOWN));
        return sessions.withSession(
                        session -> session.find(ChannelAccount.class, new AccountId(kind.wireName(), account)))
                .map(stored ->
                        Optional.ofNullable(stored).map(AccountView::of).or(() -> configured.view(kind, account)));
    }

    /** Sets an account whether it was there or not. */
    Uni<AccountView> put(Kind kind, String account, AccountSettings settings) {
        AccountKeys keys = settings.checkedKeys(kind);
        AccountSettings.DefaultValues defaults = settings.checkedDefaults();
        return sessions.withTransaction(session -> session.createNativeQuery(MAKE_ROOM)
                .setParameter(1, kind.wireName())
                .setParameter(2, account)
                .executeUpdate()
                .chain(() -> session.find(ChannelAccount.class, new AccountId(kind.wireName(), account)))
                .call(stored -> session.createNativeQuery("SELECT beforehand_now()", Instant.class)
                        .getSingleResult()
                        .invoke(now -> stored.changedAt = now))
                .invoke(stored -> {
                    stored.secrets = keys.secrets().toArray(String[]::new);
                    stored.keys = KeyColumn.write(keys);
                    stored.enabled = settings.enabled() == null || settings.enabled();
                    stored.locale = defaults.locale();
                    stored.team = defaults.team();
                    stored.tier = defaults.tier();
                })
                .map(AccountView::of));
    }

    private static KnownAccount known(ChannelAccount account) {
        return new KnownAccount(
                KeyColumn.read(List.of(account.secrets), account.keys),
                new Defaults(account.locale, account.team, account.tier));
    }
}
