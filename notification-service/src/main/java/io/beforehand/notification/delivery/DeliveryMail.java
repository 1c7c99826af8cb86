package io.beforehand.notification.delivery;

import io.beforehand.notification.mail.MailAddress;
import io.beforehand.notification.mail.OutgoingMail;
import io.beforehand.notification.target.Target;
import java.util.Optional;

/** A delivery as a mail. */
final class DeliveryMail {

    private DeliveryMail() {}

    /** Empty if the recipient has no mail address. */
    static Optional<OutgoingMail> of(ClaimedDelivery delivery, Content.Written written, Target.Mailbox mailbox) {
        return MailAddress.parse(mailbox.to()).map(to -> mail(delivery, written, mailbox, to));
    }

    private static OutgoingMail mail(
            ClaimedDelivery delivery, Content.Written written, Target.Mailbox mailbox, MailAddress to) {
        SpokenWords words = SpokenWords.of(written.body());
        OutgoingMail.Written said =
                new OutgoingMail.Written(delivery.id(), delivery.kind(), words.text(), delivery.createdAt());
        return switch (delivery.destination()) {
            case Destination.Outlet _ ->
                OutgoingMail.toCustomer(said, mailbox.from(), to, written.thread(), words.number());
            case Destination.ContactMethod _ -> OutgoingMail.toContact(said, mailbox.from(), to);
        };
    }
}
