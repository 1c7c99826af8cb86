package io.beforehand.messaging.transaction;

import io.beforehand.messaging.MessagingConfig;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.Connection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Makes the service's pool such that a connection which has fallen silent does not hold its work for ever: the server cuts off
 * statements that take too long, but only the client can notice that there is no server any more.
 *
 * <p>The client's own idle timeout does not help: it says goodbye and waits for the answer. So the channel itself is closed, which
 * fails what was under way. That reaches below the client's published interface; a trial with silent connections watches it.
 * Connections that nobody uses leave the pool at half that time, so that none is cut off while it is only bored.
 */
@Singleton
class ConnectionPool implements PgPoolCreator {

    /** For the network; the client's default is a minute. */
    private static final Duration CONNECTING = Duration.ofSeconds(5);

    /** For a connection of the pool; the client's default is half a minute. */
    private static final Duration WAITING = Duration.ofSeconds(5);

    private final Duration silence;

    ConnectionPool(MessagingConfig config) {
        this.silence = config.databaseSilence();
    }

    @Override
    public Pool create(Input input) {
        PgConnectOptions options = input.pgConnectOptionsList().getFirst();
        options.setTcpKeepAlive(true);
        options.setConnectTimeout((int) CONNECTING.toMillis());
        input.poolOptions()
                .setConnectionTimeout((int) WAITING.toMillis())
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout((int) silence.dividedBy(2).toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        return Pool.pool(input.vertx(), options, input.poolOptions()).connectHandler(this::connected);
    }

    private void connected(SqlConnection connection) {
        Connection physical = ((SqlConnectionInternal) connection).unwrap().unwrap();
        ((SocketConnectionBase) physical)
                .socket()
                .channelHandlerContext()
                .pipeline()
                .addFirst(new CloseWhenSilent(silence));
        connection.close();
    }

    private static final class CloseWhenSilent extends IdleStateHandler {

        CloseWhenSilent(Duration silence) {
            super(silence.toMillis(), 0, 0, TimeUnit.MILLISECONDS);
        }

        @Override
        protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
            context.close();
        }
    }
}
