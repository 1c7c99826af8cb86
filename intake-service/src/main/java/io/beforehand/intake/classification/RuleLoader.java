package io.beforehand.intake.classification;

import io.beforehand.intake.IntakeConfig;
import io.beforehand.intake.classification.core.RuleBook;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** The rules as they are within a transaction: one statement on an index of a few rows, one more after a change. */
@ApplicationScoped
class RuleLoader {

    private static final String LATEST = "SELECT coalesce(max(version), 0) AS version FROM classification_rules";
    private static final String DOCUMENT = "SELECT document FROM classification_rules WHERE version = $1";

    private final RuleBook shipped;
    private volatile RuleBook latest;

    RuleLoader(IntakeConfig config) {
        this.shipped = ShippedRules.book(config.largeAmount());
        this.latest = shipped;
    }

    RuleBook shipped() {
        return shipped;
    }

    Uni<RuleBook> current(Transaction transaction) {
        return transaction
                .sql()
                .preparedQuery(LATEST)
                .execute()
                .map(rows -> rows.iterator().next().getInteger("version"))
                .flatMap(version -> version == latest.version()
                        ? Uni.createFrom().item(latest)
                        : version == 0 ? Uni.createFrom().item(shipped) : load(transaction, version));
    }

    private Uni<RuleBook> load(Transaction transaction, int version) {
        return transaction
                .sql()
                .preparedQuery(DOCUMENT)
                .execute(Tuple.of(version))
                .map(rows -> RuleReader.read(
                        version, Documents.stored(rows.iterator().next().getString("document"))))
                .invoke(book -> latest = book);
    }
}
