package io.beforehand.messaging.transaction;

import io.beforehand.messaging.MessagingConfig;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/**
 * Makes the service's pool such that a connection which has fallen silent does not hold its work for ever: the server cuts off
 * statements that take too long, but only the client can notice that there is no server any more.
 */
@Singleton
class ConnectionPool implements PgPoolCreator {

    private final MessagingConfig config;

    ConnectionPool(MessagingConfig config) {
        this.config = config;
    }

    @Override
    public Pool create(Input input) {
        for (PgConnectOptions options : input.pgConnectOptionsList()) {
            options.setTcpKeepAlive(true);
            options.setIdleTimeout((int) config.databaseSilence().toMillis());
            options.setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        }
        return Pool.pool(input.vertx(), input.pgConnectOptionsList().getFirst(), input.poolOptions());
    }
}
