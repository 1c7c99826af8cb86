package io.beforehand.notification.contact;

import io.beforehand.events.Channel;
import io.beforehand.notification.mail.Sender;
import io.beforehand.notification.mail.SmtpServer;
import io.beforehand.notification.outlet.Outlets;
import io.beforehand.notification.target.Target;
import io.beforehand.notification.target.TargetUnsetException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The way to the mailboxes of people on call. */
@ApplicationScoped
class ContactMail {

    private final AlertMailConfig config;
    private final Outlets outlets;

    ContactMail(AlertMailConfig config, Outlets outlets) {
        this.config = config;
        this.outlets = outlets;
    }

    /** Fails with {@link IllegalArgumentException} if there is no server for it, or it is not set up soundly. */
    Uni<Target> to(String address) {
        if (config.url().isPresent()) {
            String url = config.url().get();
            return Uni.createFrom()
                    .item(() -> new Target.Mailbox(
                            SmtpServer.parse(url, config.secret().orElse(null)),
                            Sender.parse(config.from().orElse("")),
                            address));
        }
        return outlets.find(Channel.EMAIL, "default", address)
                .map(outlet -> outlet.filter(Target.Mailbox.class::isInstance)
                        .orElseThrow(() -> new TargetUnsetException("no-mail-server")));
    }
}
