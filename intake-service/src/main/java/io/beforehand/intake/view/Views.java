package io.beforehand.intake.view;

import io.beforehand.intake.view.RequestView.Link;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Reads what is shown. One query for a page of requests, two if it is of a customer; four for a request, two for a customer. */
@ApplicationScoped
class Views {

    /** A conversation longer than that is read in the channel. */
    private static final int MAX_MESSAGES = 1_000;

    private static final String REQUEST = "from RequestRow r join fetch r.customer where r.id = ?1";
    private static final String MESSAGES =
            "from MessageRow m where m.requestId in ?1 order by m.occurredAt desc, m.id desc";
    private static final String MERGED = "from RequestRow r where r.mergedInto = ?1 order by r.id";
    private static final String CONTINUED_BY = "select r.id from RequestRow r where r.linkedTo = ?1";
    private static final String CUSTOMERS = """
            from CustomerRow c
             where c.personId in (select k.personId from CustomerRow k where k.nativeId = ?1 or k.id = ?2)
             order by c.id""";

    private final Mutiny.SessionFactory sessions;

    Views(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    Uni<Optional<RequestView>> request(UUID id) {
        return sessions.withSession(session -> session.createQuery(REQUEST, RequestRow.class)
                .setParameter(1, id)
                .getSingleResultOrNull()
                .flatMap(row -> row == null
                        ? Uni.createFrom().item(Optional.empty())
                        : merged(session, id).flatMap(merged -> messages(session, id, merged)
                                .flatMap(messages -> links(session, row, merged)
                                        .map(links -> Optional.of(
                                                new RequestView(RequestSummary.of(row), messages, links)))))));
    }

    Uni<RequestPage> requests(RequestFilter filter, int limit) {
        return sessions.withSession(session -> filter.customer() == null
                ? page(session, filter, List.of(), limit)
                : customers(session, filter.customer())
                        .flatMap(customers -> customers.isEmpty()
                                ? Uni.createFrom().item(new RequestPage(List.of(), null))
                                : page(session, filter, customers, limit)));
    }

    Uni<Optional<CustomerView>> customer(String name, @Nullable UUID after, int limit) {
        RequestFilter history = new RequestFilter(name, null, null, null, null, after);
        return sessions.withSession(session -> customers(session, name)
                .flatMap(customers -> customers.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : page(session, history, customers, limit)
                                .map(requests -> Optional.of(CustomerView.of(customers, requests)))));
    }

    private static Uni<RequestPage> page(
            Mutiny.Session session, RequestFilter filter, List<CustomerRow> customers, int limit) {
        var query = session.createQuery(filter.query(), RequestRow.class).setMaxResults(limit + 1);
        filter.parameters(customers.stream().map(customer -> customer.id).toList())
                .forEach(query::setParameter);
        return query.getResultList().map(rows -> {
            List<RequestSummary> items =
                    rows.stream().limit(limit).map(RequestSummary::of).toList();
            return new RequestPage(items, rows.size() > limit ? items.getLast().id() : null);
        });
    }

    private static Uni<List<CustomerRow>> customers(Mutiny.Session session, String name) {
        return session.createQuery(CUSTOMERS, CustomerRow.class)
                .setParameter(1, name)
                .setParameter(2, Ids.parse(name).orElse(Ids.NOBODY))
                .getResultList();
    }

    private static Uni<List<RequestRow>> merged(Mutiny.Session session, UUID requestId) {
        return session.createQuery(MERGED, RequestRow.class)
                .setParameter(1, requestId)
                .getResultList();
    }

    /** With those of the requests that go on in this one. */
    private static Uni<List<MessageView>> messages(Mutiny.Session session, UUID requestId, List<RequestRow> merged) {
        List<UUID> requests = new ArrayList<>(List.of(requestId));
        merged.forEach(row -> requests.add(row.id));
        return session.createQuery(MESSAGES, MessageRow.class)
                .setParameter(1, requests)
                .setMaxResults(MAX_MESSAGES)
                .getResultList()
                .map(rows -> {
                    List<MessageView> messages = new ArrayList<>(rows.stream()
                            .map(row -> MessageView.of(row, requestId))
                            .toList());
                    Collections.reverse(messages);
                    return messages;
                });
    }

    private static Uni<@Nullable List<Link>> links(Mutiny.Session session, RequestRow row, List<RequestRow> merged) {
        return session.createQuery(CONTINUED_BY, UUID.class)
                .setParameter(1, row.id)
                .getResultList()
                .map(next -> {
                    List<Link> links = new ArrayList<>();
                    if (row.linkedTo != null) {
                        links.add(new Link("continues", row.linkedTo.toString(), null));
                    }
                    next.forEach(id -> links.add(new Link("continued-by", id.toString(), null)));
                    if (row.mergedInto != null) {
                        links.add(new Link("merged-into", row.mergedInto.toString(), row.mergedBy));
                    }
                    merged.forEach(from -> links.add(new Link("merged-from", from.id.toString(), from.mergedBy)));
                    return links.isEmpty() ? null : links;
                });
    }
}
