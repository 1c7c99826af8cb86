package io.beforehand.notification.mail;

import io.beforehand.messaging.transaction.Failures;
import io.beforehand.notification.webhook.AddressBook;
import io.beforehand.notification.webhook.Answer.Trouble;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Hands mails to SMTP servers. Each destination has a client with connections of its own, so that a slow server keeps no
 * other waiting; a client whose server was changed is closed once its mails are through.
 *
 * <p>A server inside our network is talked to only where webhooks may go there as well.
 */
@ApplicationScoped
public class SmtpSender {

    private static final Logger LOG = Logger.getLogger(SmtpSender.class);

    /** @param context where the client works, always: a server's greeting that comes to another one is lost now and then */
    private record Open(SmtpServer server, MailClient client, Context context) {

        private Uni<SmtpAnswer> send(OutgoingMail mail) {
            return Uni.createFrom().emitter(emitter -> {
                MailMessage message = MailEncoding.of(mail);
                context.runOnContext(_ -> client.sendMail(message)
                        .onSuccess(_ -> emitter.complete(new SmtpAnswer.Accepted()))
                        .onFailure(emitter::fail));
            });
        }
    }

    private final Vertx vertx;
    private final SmtpConfig config;
    private final AddressBook addresses;
    private final Map<String, Open> clients = new ConcurrentHashMap<>();

    SmtpSender(Vertx vertx, SmtpConfig config, AddressBook addresses) {
        this.vertx = vertx;
        this.config = config;
        this.addresses = addresses;
    }

    /**
     * Sends the mail. Never fails: what goes wrong is an answer too. A mail that is given up after {@link
     * SmtpConfig#timeout} may arrive all the same.
     *
     * @param destination whose connections to use
     */
    public Uni<SmtpAnswer> send(String destination, SmtpServer server, OutgoingMail mail) {
        return addresses
                .find(server.host())
                .flatMap(address -> address.isPresent()
                        ? client(destination, server).send(mail)
                        : Uni.createFrom().item(new SmtpAnswer.None(Trouble.ADDRESS_NOT_ALLOWED)))
                .ifNoItem()
                .after(config.timeout())
                .recoverWithItem(new SmtpAnswer.None(Trouble.TIMEOUT))
                .onFailure()
                .recoverWithItem(failure -> SmtpFailures.answerTo(failure).orElseGet(() -> {
                    LOG.warnf("Mail failed unexpectedly failure=%s", Failures.trace(failure));
                    return new SmtpAnswer.None(Trouble.CONNECTION_LOST);
                }));
    }

    private Open client(String destination, SmtpServer server) {
        return clients.compute(destination, (_, known) -> {
            if (known != null && known.server().equals(server)) {
                return known;
            }
            if (known != null) {
                closeLater(known.client());
            }
            return new Open(
                    server,
                    MailClient.create(vertx, SmtpClientOptions.of(server, config)),
                    ((VertxInternal) vertx).createEventLoopContext());
        });
    }

    private void closeLater(MailClient client) {
        Duration patience = config.timeout().plusSeconds(1);
        vertx.setTimer(patience.toMillis(), _ -> client.close());
    }

    @PreDestroy
    void close() {
        clients.values().forEach(open -> open.client().close());
    }
}
