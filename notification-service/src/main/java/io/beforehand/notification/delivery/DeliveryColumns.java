package io.beforehand.notification.delivery;

import io.beforehand.notification.mail.MailThreadJson;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** New deliveries as the columns of their table, one array each. */
record DeliveryColumns(List<NewDelivery> deliveries) {

    /** In the order in which {@link Deliveries} inserts them. */
    List<Object> all() {
        return List.of(
                texts(NewDelivery::id),
                texts(NewDelivery::requestId),
                deliveries.stream().map(d -> (short) d.partition()).toArray(Short[]::new),
                texts(d -> d.kind().wireName()),
                texts(d -> d.route().destination().key()),
                texts(d -> d.route().channel()),
                texts(d -> d.route().destination() instanceof Destination.Outlet outlet ? outlet.account() : null),
                texts(d -> d.route().address()),
                texts(d -> ofWritten(d, Content.Written::body)),
                times(d -> ofWritten(d, Content.Written::expectedBy)),
                texts(d -> ofWritten(d, Content.Written::messageId)),
                texts(d -> ofWritten(d, written -> MailThreadJson.write(written.thread()))),
                texts(d -> d.trace() == null ? null : d.trace().traceparent()),
                texts(d -> d.content() instanceof Content.Withheld withheld
                        ? withheld.reason().label()
                        : null),
                times(d -> d.content() instanceof Content.Withheld ? null : d.dueAt()));
    }

    private @Nullable String[] texts(Function<NewDelivery, @Nullable String> column) {
        return deliveries.stream().map(column).toArray(String[]::new);
    }

    private @Nullable OffsetDateTime[] times(Function<NewDelivery, @Nullable Instant> column) {
        return deliveries.stream().map(delivery -> utc(column.apply(delivery))).toArray(OffsetDateTime[]::new);
    }

    private static <T> @Nullable T ofWritten(NewDelivery delivery, Function<Content.Written, @Nullable T> column) {
        return delivery.content() instanceof Content.Written written ? column.apply(written) : null;
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
