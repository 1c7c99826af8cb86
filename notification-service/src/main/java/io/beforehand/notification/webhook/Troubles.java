package io.beforehand.notification.webhook;

import io.beforehand.notification.webhook.Answer.Trouble;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Sorts what clients throw; empty for what nobody expects of it. */
public final class Troubles {

    private Troubles() {}

    public static Optional<Trouble> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case SSLException _ -> {
                    return Optional.of(Trouble.TLS_REFUSED);
                }
                case UnknownHostException _, ConnectException _, NoRouteToHostException _ -> {
                    return Optional.of(Trouble.UNREACHABLE);
                }
                case TimeoutException _ -> {
                    return Optional.of(Trouble.TIMEOUT);
                }
                case HttpClosedException _, ClosedChannelException _, StreamResetException _, SocketException _ -> {
                    return Optional.of(Trouble.CONNECTION_LOST);
                }
                default -> {}
            }
        }
        return Optional.empty();
    }
}
