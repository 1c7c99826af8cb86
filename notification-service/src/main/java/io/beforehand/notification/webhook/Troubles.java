package io.beforehand.notification.webhook;

import io.beforehand.notification.webhook.Answer.Trouble;
import io.vertx.core.http.HttpClosedException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Sorts what the HTTP client throws. */
final class Troubles {

    private Troubles() {}

    static Trouble of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case SSLException _ -> {
                    return Trouble.TLS_REFUSED;
                }
                case UnknownHostException _, ConnectException _, NoRouteToHostException _ -> {
                    return Trouble.UNREACHABLE;
                }
                case TimeoutException _ -> {
                    return Trouble.TIMEOUT;
                }
                case HttpClosedException _, ClosedChannelException _ -> {
                    return Trouble.CONNECTION_LOST;
                }
                default -> {}
            }
        }
        return Trouble.CONNECTION_LOST;
    }
}
