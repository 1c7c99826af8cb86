package io.beforehand.notification.template;

import io.beforehand.notification.language.Language;
import io.beforehand.notification.snapshot.Snapshot;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** The operators' templates. Read for every acknowledgement, so all of them are kept in memory for a second. */
@ApplicationScoped
public class Templates {

    private static final Logger LOG = Logger.getLogger(Templates.class);

    private static final String PUT = """
            INSERT INTO template (id, kind, channel, language, text, changed_at)
            VALUES (:id, :kind, :channel, :language, :text, beforehand_now())
            ON CONFLICT (id) DO UPDATE
               SET kind = excluded.kind, channel = excluded.channel, language = excluded.language,
                   text = excluded.text, changed_at = excluded.changed_at""";

    private final Mutiny.SessionFactory sessions;
    private final Snapshot<Wording> wording = new Snapshot<>(this::readAll);

    Templates(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** The wording in use. */
    public Uni<Wording> wording() {
        return wording.get();
    }

    Uni<Optional<Template>> read(String id) {
        return sessions.withSession(session -> session.find(Template.class, id)).map(Optional::ofNullable);
    }

    /** Whether another template is for the same use. */
    Uni<Boolean> taken(String id, Wording.Use use) {
        return sessions.withSession(session -> session.createQuery(
                                "select count(*) from Template where kind = :kind and channel = :channel"
                                        + " and language = :language and id <> :id",
                                Long.class)
                        .setParameter("kind", use.kind().wireName())
                        .setParameter("channel", use.channel())
                        .setParameter("language", use.language().tag())
                        .setParameter("id", id)
                        .getSingleResult())
                .map(others -> others > 0);
    }

    Uni<Template> put(String id, Wording.Use use, String text) {
        return sessions.withTransaction(session -> session.createNativeQuery(PUT)
                        .setParameter("id", id)
                        .setParameter("kind", use.kind().wireName())
                        .setParameter("channel", use.channel())
                        .setParameter("language", use.language().tag())
                        .setParameter("text", text)
                        .executeUpdate()
                        .chain(() -> session.find(Template.class, id)))
                .invoke(wording::forget);
    }

    private Uni<Wording> readAll() {
        return sessions.withSession(session ->
                        session.createQuery("from Template", Template.class).getResultList())
                .map(Templates::wordingOf);
    }

    /** A template that an older version let in, and this one would not, is passed over: the shipped wording takes its place. */
    private static Wording wordingOf(List<Template> templates) {
        Map<Wording.Use, TextTemplate> own = new HashMap<>();
        for (Template template : templates) {
            Optional<TemplateKind> kind = TemplateKind.of(template.kind);
            if (kind.isEmpty()) {
                continue;
            }
            Language language = Language.of(template.language, Language.ENGLISH);
            try {
                own.put(
                        new Wording.Use(kind.get(), template.channel, language),
                        TextTemplate.parse(template.text, kind.get().places()));
            } catch (IllegalArgumentException e) {
                LOG.warnf("Template passed over templateId=%s", template.id);
            }
        }
        return new Wording(own);
    }
}
