package io.beforehand.notification.update;

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
import io.beforehand.notification.request.Correspondence;
import io.beforehand.notification.request.News;
import io.beforehand.notification.request.RequestState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Updates of requests as deliveries. */
public final class UpdateMessages {

    private final UpdateText text;

    UpdateMessages(UpdateText text) {
        this.text = text;
    }

    /** An update that goes at once. */
    public NewDelivery now(RequestState request, News news, Instant now, @Nullable TraceContext trace) {
        String id = DeliveryId.ofUpdate(request.id(), request.updates().count() + 1);
        return delivery(request, id, content(request, id, news, now), now, trace);
    }

    /** An update that is written when it is due. */
    public NewDelivery later(RequestState request, Instant due, @Nullable TraceContext trace) {
        String id = DeliveryId.ofUpdate(request.id(), request.updates().count() + 1);
        return delivery(request, id, new Content.Unwritten(), due, trace);
    }

    /** The message of an update that waited, to go now. */
    Deliveries.Message complete(RequestState request, Instant now) {
        String id = DeliveryId.ofUpdate(request.id(), request.updates().count());
        DueDelivery due = new DueDelivery(
                id, request.partition(), outlet(request.correspondence()).key(), now);
        return new Deliveries.Message(due, content(request, id, request.news(), now));
    }

    private Content.Written content(RequestState request, String id, News news, Instant now) {
        Correspondence to = request.correspondence();
        String words = text.write(to, request.outlook(), news, now);
        CustomerMessage message = CustomerMessage.to(to, request.id(), id, DeliveryKind.UPDATE, words, null);
        return new Content.Written(MessageJson.write(message), null, null, to.thread());
    }

    private static NewDelivery delivery(
            RequestState request, String id, Content content, Instant due, @Nullable TraceContext trace) {
        Correspondence to = request.correspondence();
        return new NewDelivery(
                id,
                request.id(),
                request.partition(),
                DeliveryKind.UPDATE,
                Route.to(outlet(to), to.address()),
                content,
                due,
                trace);
    }

    private static Destination.Outlet outlet(Correspondence to) {
        return new Destination.Outlet(to.channel(), to.answeringAccount());
    }
}
