package io.beforehand.intake.request;

import io.beforehand.intake.request.core.ReplyTokens;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * The secret that reply tokens are signed with: made by whichever replica asks first, the same for all, and for as long as the
 * database lives. Two statements once per process.
 */
@ApplicationScoped
public class ReplySecretStore {

    private static final int BYTES = 32;

    private static final String MAKE =
            "INSERT INTO reply_secret (only_one, secret) VALUES (true, $1) ON CONFLICT DO NOTHING";
    private static final String READ = "SELECT secret FROM reply_secret";

    private final Pool pool;

    @Nullable
    private volatile ReplyTokens known;

    ReplySecretStore(Pool pool) {
        this.pool = pool;
    }

    /** Fails when the database does; the next call asks again. */
    public Uni<ReplyTokens> tokens() {
        ReplyTokens tokens = known;
        return tokens == null
                ? read().invoke(read -> known = read)
                : Uni.createFrom().item(tokens);
    }

    private Uni<ReplyTokens> read() {
        return pool.preparedQuery(MAKE)
                .execute(Tuple.of(Buffer.buffer(random())))
                .chain(() -> pool.query(READ).execute())
                .map(rows -> new ReplyTokens(
                        rows.iterator().next().getBuffer("secret").getBytes()));
    }

    private static byte[] random() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return secret;
    }
}
