package io.beforehand.intake.request;

import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;

/** Carries out statements of which nothing is read. */
final class RowWriter {

    private RowWriter() {}

    static Uni<Void> write(Transaction transaction, String sql, List<Object> parameters) {
        return transaction
                .sql()
                .preparedQuery(sql)
                .execute(Tuple.from(parameters))
                .replaceWithVoid();
    }

    static Uni<Void> unless(boolean nothing, Transaction transaction, String sql, List<Object> parameters) {
        return nothing ? Uni.createFrom().voidItem() : write(transaction, sql, parameters);
    }
}
