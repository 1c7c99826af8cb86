package io.beforehand.sla.book;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/** Sessions of Hibernate for anybody, on whichever thread and in whatever transaction of his own he is. */
@ApplicationScoped
public class Sessions {

    private final Mutiny.SessionFactory factory;
    private final Context context;

    Sessions(Mutiny.SessionFactory factory, Vertx vertx) {
        this.factory = factory;
        this.context = ((VertxInternal) vertx).createEventLoopContext();
    }

    /** In a transaction of its own, on a context of its own: Hibernate wants one session per event-loop context. */
    public <T> Uni<T> apart(Function<Session, Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            Context own = VertxContext.createNewDuplicatedContext(context);
            VertxContextSafetyToggle.setContextSafe(own, true);
            own.runOnContext(_ -> factory.withTransaction(work).subscribe().with(emitter::complete, emitter::fail));
        });
    }

    /** The database's time. */
    public static Uni<Instant> now(Session session) {
        return session.createNativeQuery("SELECT beforehand_now()", Instant.class)
                .getSingleResult();
    }
}
