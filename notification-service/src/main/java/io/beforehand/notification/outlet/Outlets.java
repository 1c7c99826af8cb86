package io.beforehand.notification.outlet;

import io.beforehand.events.Channel;
import io.beforehand.notification.snapshot.Snapshot;
import io.beforehand.notification.target.Target;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** The outlets. Read for every delivery, so all of them are kept in memory for a second. */
@ApplicationScoped
public class Outlets {

    private static final String PUT = """
            INSERT INTO outlet (channel, account, type, url, secret, sender, changed_at)
            VALUES (:channel, :account, :type, :url, nullif(:secret, ''), nullif(:sender, ''), beforehand_now())
            ON CONFLICT (channel, account) DO UPDATE
               SET type = excluded.type, url = excluded.url, sender = excluded.sender,
                   secret = CASE WHEN :keepSecret AND outlet.type = excluded.type THEN outlet.secret ELSE excluded.secret END,
                   changed_at = excluded.changed_at""";

    private final Mutiny.SessionFactory sessions;
    private final Snapshot<Map<Outlet.Key, Outlet>> all = new Snapshot<>(this::readAll);

    Outlets(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * Where a message to a customer of the account goes. Fails with {@link IllegalArgumentException} if the outlet is not set
     * up soundly.
     *
     * @param address the customer's on that channel
     */
    public Uni<Optional<Target>> find(Channel channel, String account, String address) {
        return all.get().map(outlets -> Optional.ofNullable(outlets.get(new Outlet.Key(channel.wireName(), account)))
                .map(outlet -> OutletType.of(outlet.type)
                        .orElseThrow(() -> new IllegalArgumentException("an outlet of a type unknown here"))
                        .target(outlet, address)));
    }

    Uni<Optional<Outlet>> read(String channel, String account) {
        return sessions.withSession(session -> session.find(Outlet.class, new Outlet.Key(channel, account)))
                .map(Optional::ofNullable);
    }

    /** Stores the outlet, new or known. A secret that is left out stays as it is, for the same type. */
    Uni<Outlet> put(String channel, String account, OutletBody body) {
        return sessions.withTransaction(session -> session.createNativeQuery(PUT)
                        .setParameter("channel", channel)
                        .setParameter("account", account)
                        .setParameter("type", body.type())
                        .setParameter("url", body.url())
                        .setParameter(
                                "secret", Optional.ofNullable(body.secret()).orElse(""))
                        .setParameter("sender", Optional.ofNullable(body.from()).orElse(""))
                        .setParameter("keepSecret", body.secret() == null)
                        .executeUpdate()
                        .chain(() -> session.find(Outlet.class, new Outlet.Key(channel, account))))
                .invoke(all::forget);
    }

    private Uni<Map<Outlet.Key, Outlet>> readAll() {
        return sessions.withSession(session ->
                        session.createQuery("from Outlet", Outlet.class).getResultList())
                .map(outlets -> outlets.stream()
                        .collect(Collectors.toUnmodifiableMap(
                                outlet -> new Outlet.Key(outlet.channel, outlet.account), Function.identity())));
    }
}
