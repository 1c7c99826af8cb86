package io.beforehand.intake.request;

import io.beforehand.intake.request.core.ConversationKey;
import io.beforehand.intake.request.core.CustomerKey;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns rows of values into the columns that {@code unnest} takes. */
final class Columns<T> {

    private final List<T> rows;

    private Columns(Collection<T> rows) {
        this.rows = List.copyOf(rows);
    }

    static <T> Columns<T> of(Collection<T> rows) {
        return new Columns<>(rows);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    @Nullable
    String[] texts(Function<T, @Nullable String> column) {
        return column(column, String[]::new);
    }

    @Nullable
    UUID[] ids(Function<T, @Nullable String> column) {
        return column(row -> id(column.apply(row)), UUID[]::new);
    }

    Long[] numbers(Function<T, Long> column) {
        return column(column, Long[]::new);
    }

    OffsetDateTime[] times(Function<T, Instant> column) {
        return column(row -> column.apply(row).atOffset(ZoneOffset.UTC), OffsetDateTime[]::new);
    }

    @Nullable
    OffsetDateTime[] timesIfAny(Function<T, @Nullable Instant> column) {
        return column(row -> time(column.apply(row)), OffsetDateTime[]::new);
    }

    <V> V[] column(Function<T, ? extends @Nullable V> column, IntFunction<V[]> array) {
        return rows.stream().map(column).toArray(array);
    }

    /** The three columns of conversations: channel, account, conversation. */
    static List<Object> ofConversations(Collection<ConversationKey> keys) {
        Columns<ConversationKey> columns = of(keys);
        return Arrays.asList(
                columns.texts(key -> key.channel().wireName()),
                columns.texts(ConversationKey::account),
                columns.texts(ConversationKey::conversation));
    }

    /** The four columns of customers: channel, account, kind, the channel's id. */
    static List<Object> ofCustomers(Collection<CustomerKey> keys) {
        Columns<CustomerKey> columns = of(keys);
        return Arrays.asList(
                columns.texts(key -> key.channel().wireName()),
                columns.texts(CustomerKey::account),
                columns.texts(CustomerKey::kind),
                columns.texts(CustomerKey::id));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static Set<UUID> uuids(Collection<String> ids) {
        return ids.stream().map(UUID::fromString).collect(Collectors.toSet());
    }

    private static @Nullable UUID id(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
