package io.beforehand.notification.acknowledgement;

import io.beforehand.events.DeliveryKind;
import io.beforehand.events.TraceContext;
import io.beforehand.notification.delivery.Content;
import io.beforehand.notification.delivery.CustomerMessage;
import io.beforehand.notification.delivery.Deliveries;
import io.beforehand.notification.delivery.DeliveryId;
import io.beforehand.notification.delivery.Destination;
import io.beforehand.notification.delivery.DueDelivery;
import io.beforehand.notification.delivery.MessageJson;
import io.beforehand.notification.delivery.NewDelivery;
import io.beforehand.notification.delivery.Route;
import io.beforehand.notification.delivery.Withholding;
import io.beforehand.notification.request.Acknowledgement;
import io.beforehand.notification.request.Correspondence;
import io.beforehand.notification.request.Promise;
import io.beforehand.notification.request.RequestState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The one acknowledgement of a request, as a delivery. */
public final class Acknowledgements {

    private final AcknowledgementText text;

    Acknowledgements(AcknowledgementText text) {
        this.text = text;
    }

    /** The acknowledgement of a request just opened: to go at once if there is nothing to wait for, else when its wait ends. */
    public NewDelivery open(RequestState request, Instant now, @Nullable TraceContext trace) {
        Correspondence to = request.correspondence();
        Content content = content(request, now);
        Instant dueAt =
                content instanceof Content.Unwritten && request.acknowledgement() instanceof Acknowledgement.Waiting w
                        ? w.until()
                        : now;
        return new NewDelivery(
                DeliveryId.ofAcknowledgement(request.id()),
                request.id(),
                request.partition(),
                DeliveryKind.ACKNOWLEDGEMENT,
                Route.to(outlet(to), to.address()),
                content,
                dueAt,
                trace);
    }

    private Content content(RequestState request, Instant now) {
        if (request.acknowledgement() instanceof Acknowledgement.Withheld) {
            return new Content.Withheld(
                    request.correspondence().isForgotten() ? Withholding.FORGOTTEN : Withholding.AUTOMATIC_MAIL);
        }
        return request.readyToAcknowledge() ? write(request, now) : new Content.Unwritten();
    }

    /** The acknowledgement of a request that it was waiting for, to go now. */
    public Deliveries.Message complete(RequestState request, Instant now) {
        DueDelivery due = new DueDelivery(
                DeliveryId.ofAcknowledgement(request.id()),
                request.partition(),
                outlet(request.correspondence()).key(),
                now);
        return new Deliveries.Message(due, write(request, now));
    }

    Content.Written write(RequestState request, Instant now) {
        Correspondence to = request.correspondence();
        Instant expectedBy = request.outlook().promise() instanceof Promise.By(Instant due) ? due : null;
        CustomerMessage message = CustomerMessage.to(
                to,
                request.id(),
                DeliveryId.ofAcknowledgement(request.id()),
                DeliveryKind.ACKNOWLEDGEMENT,
                text.write(to, request.outlook(), now),
                expectedBy);
        return new Content.Written(MessageJson.write(message), expectedBy, null, to.thread());
    }

    private static Destination.Outlet outlet(Correspondence to) {
        return new Destination.Outlet(to.channel(), to.answeringAccount());
    }
}
