package io.beforehand.intake.classification;

import io.beforehand.http.problem.ProblemException;
import io.beforehand.intake.IntakeConfig;
import io.beforehand.intake.classification.core.RuleBook;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** The rules as they are within a transaction: one statement on an index of a few rows, one more after a change. */
@ApplicationScoped
class RuleLoader {

    private static final Logger LOG = Logger.getLogger(RuleLoader.class);

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
                .flatMap(version -> {
                    RuleBook known = version == 0 ? shipped : latest;
                    return known.version() == version ? Uni.createFrom().item(known) : load(transaction, version);
                });
    }

    private Uni<RuleBook> load(Transaction transaction, int version) {
        return transaction
                .sql()
                .preparedQuery(DOCUMENT)
                .execute(Tuple.of(version))
                .map(rows -> read(version, rows.iterator().next().getString("document")))
                .invoke(book -> latest = book);
    }

    /** Rules that a newer version of the service put may mean nothing here; those known before go on then, as messages must come in. */
    private RuleBook read(int version, String document) {
        try {
            return RuleReader.read(version, Documents.stored(document));
        } catch (ProblemException _) {
            LOG.errorf("Classification rules not understood, the ones before go on version=%d", version);
            return new RuleBook(version, latest.rules());
        }
    }
}
