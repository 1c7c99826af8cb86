package io.beforehand.notification.contact;

import io.beforehand.notification.language.Language;
import io.beforehand.notification.snapshot.Snapshot;
import io.beforehand.notification.target.Target;
import io.beforehand.notification.webhook.WebhookAddress;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The contacts. Read for every page, so all of them are kept in memory for a second. */
@ApplicationScoped
public class Contacts {

    private static final String PUT = """
            INSERT INTO contact (id, name, language, changed_at) VALUES (:id, :name, :language, beforehand_now())
            ON CONFLICT (id) DO UPDATE
               SET name = excluded.name, language = excluded.language, changed_at = excluded.changed_at""";

    private final Mutiny.SessionFactory sessions;
    private final ContactMail mail;
    private final Snapshot<Map<String, Contact>> all = new Snapshot<>(this::readAll);

    Contacts(Mutiny.SessionFactory sessions, ContactMail mail) {
        this.sessions = sessions;
        this.mail = mail;
    }

    /** Who is to be told; empty while there is no such contact, or it has no method. */
    public Uni<Optional<OnCall>> onCall(String id) {
        return all.get().map(contacts -> Optional.ofNullable(contacts.get(id))
                .filter(contact -> !contact.methods.isEmpty())
                .map(contact -> new OnCall(
                        contact.id,
                        Language.of(contact.language, Language.ENGLISH),
                        contact.methods.stream().map(method -> method.type).toList())));
    }

    /** Where a method leads. Fails with {@link IllegalArgumentException} if that is no address. */
    public Uni<Optional<Target>> find(String id, int method) {
        return all.get().flatMap(contacts -> Optional.ofNullable(contacts.get(id))
                .filter(contact -> method < contact.methods.size())
                .map(contact -> target(contact.methods.get(method)).map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Target> target(Contact.Method method) {
        MethodType type = MethodType.of(method.type)
                .orElseThrow(() -> new IllegalArgumentException("a method of a type unknown here"));
        return switch (type) {
            case WEBHOOK ->
                Uni.createFrom().item(() -> new Target.Webhook(WebhookAddress.of(method.address, method.secret)));
            case EMAIL -> mail.to(method.address);
        };
    }

    Uni<Optional<Contact>> read(String id) {
        return sessions.withSession(session -> session.find(Contact.class, id)).map(Optional::ofNullable);
    }

    /** Stores the contact, new or known. A method's secret that is left out stays as it is for the same address. */
    Uni<Contact> put(String id, String name, Language language, List<ContactBody.Method> methods) {
        return sessions.withTransaction(session -> session.createNativeQuery(PUT)
                        .setParameter("id", id)
                        .setParameter("name", name)
                        .setParameter("language", language.tag())
                        .executeUpdate()
                        .chain(() -> session.find(Contact.class, id))
                        .invoke(contact -> replaceMethods(contact, methods))
                        .call(session::flush))
                .invoke(all::forget);
    }

    private static void replaceMethods(Contact contact, List<ContactBody.Method> wanted) {
        List<Contact.Method> before = new ArrayList<>(contact.methods);
        contact.methods.clear();
        for (ContactBody.Method method : wanted) {
            contact.methods.add(Contact.Method.of(
                    String.valueOf(method.type()), String.valueOf(method.address()), secretOf(method, before)));
        }
    }

    private static @Nullable String secretOf(ContactBody.Method method, List<Contact.Method> before) {
        String secret = method.secret();
        if (secret != null) {
            return secret.isEmpty() ? null : secret;
        }
        for (Contact.Method known : before) {
            if (known.address.equals(method.address())) {
                return known.secret;
            }
        }
        return null;
    }

    private Uni<Map<String, Contact>> readAll() {
        return sessions.withSession(session ->
                        session.createQuery("from Contact", Contact.class).getResultList())
                .map(contacts -> contacts.stream()
                        .collect(Collectors.toUnmodifiableMap(contact -> contact.id, Function.identity())));
    }
}
