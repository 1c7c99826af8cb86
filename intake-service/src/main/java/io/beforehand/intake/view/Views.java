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

/** Reads what is shown. One query for a page of requests, three for a request, two for a customer. */
@ApplicationScoped
class Views {

    /** A conversation longer than that is read in the channel. */
    private static final int MAX_MESSAGES = 1_000;

    private static final int MAX_HISTORY = 100;

    private static final String REQUEST = "from RequestRow r join fetch r.customer where r.id = ?1";
    private static final String MESSAGES =
            "from MessageRow m where m.requestId = ?1 order by m.occurredAt desc, m.id desc";
    private static final String CONTINUED_BY = "select r.id from RequestRow r where r.linkedTo = ?1";
    private static final String CUSTOMERS = "from CustomerRow c where c.nativeId = ?1 or c.id = ?2 order by c.id";
    private static final String HISTORY =
            "from RequestRow r join fetch r.customer c where c.id in ?1" + RequestFilter.ORDER;

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
                        : messages(session, id).flatMap(messages -> links(session, row)
                                .map(links -> Optional.of(new RequestView(RequestSummary.of(row), messages, links))))));
    }

    Uni<RequestPage> requests(RequestFilter filter, int limit) {
        return sessions.withSession(session -> {
                    var query = session.createQuery(filter.query(), RequestRow.class)
                            .setMaxResults(limit + 1);
                    filter.parameters().forEach(query::setParameter);
                    return query.getResultList();
                })
                .map(rows -> {
                    List<RequestSummary> items =
                            rows.stream().limit(limit).map(RequestSummary::of).toList();
                    return new RequestPage(
                            items, rows.size() > limit ? items.getLast().id() : null);
                });
    }

    Uni<Optional<CustomerView>> customer(String name, UUID id) {
        return sessions.withSession(session -> session.createQuery(CUSTOMERS, CustomerRow.class)
                .setParameter(1, name)
                .setParameter(2, id)
                .getResultList()
                .flatMap(customers -> customers.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : history(session, customers)
                                .map(requests -> Optional.of(CustomerView.of(customers, requests)))));
    }

    private static Uni<List<MessageView>> messages(Mutiny.Session session, UUID requestId) {
        return session.createQuery(MESSAGES, MessageRow.class)
                .setParameter(1, requestId)
                .setMaxResults(MAX_MESSAGES)
                .getResultList()
                .map(rows -> {
                    List<MessageView> messages =
                            new ArrayList<>(rows.stream().map(MessageView::of).toList());
                    Collections.reverse(messages);
                    return messages;
                });
    }

    private static Uni<@Nullable List<Link>> links(Mutiny.Session session, RequestRow row) {
        return session.createQuery(CONTINUED_BY, UUID.class)
                .setParameter(1, row.id)
                .getResultList()
                .map(next -> {
                    List<Link> links = new ArrayList<>();
                    if (row.linkedTo != null) {
                        links.add(new Link("continues", row.linkedTo.toString()));
                    }
                    next.forEach(id -> links.add(new Link("continued-by", id.toString())));
                    return links.isEmpty() ? null : links;
                });
    }

    private static Uni<List<RequestSummary>> history(Mutiny.Session session, List<CustomerRow> customers) {
        return session.createQuery(HISTORY, RequestRow.class)
                .setParameter(1, customers.stream().map(customer -> customer.id).toList())
                .setMaxResults(MAX_HISTORY)
                .getResultList()
                .map(rows -> rows.stream().map(RequestSummary::of).toList());
    }
}
