package io.beforehand.sla.request;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.lang.reflect.Array;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows as columns: one array for each parameter of a statement that unnests them. */
public final class Columns<R> {

    private final List<R> rows;
    private final List<Object> arrays = new ArrayList<>();

    public Columns(List<R> rows) {
        this.rows = rows;
    }

    public Columns<R> text(Function<R, @Nullable String> value) {
        return column(String.class, value);
    }

    public Columns<R> shorts(Function<R, Integer> value) {
        return column(Short.class, row -> value.apply(row).shortValue());
    }

    public Columns<R> ints(Function<R, @Nullable Integer> value) {
        return column(Integer.class, value);
    }

    public Columns<R> longs(Function<R, @Nullable Long> value) {
        return column(Long.class, value);
    }

    public Columns<R> bools(Function<R, Boolean> value) {
        return column(Boolean.class, value);
    }

    public Columns<R> instants(Function<R, Optional<Instant>> value) {
        return column(
                OffsetDateTime.class,
                row -> value.apply(row).map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null));
    }

    public Tuple tuple() {
        return Tuple.from(arrays);
    }

    private <T> Columns<R> column(Class<T> type, Function<R, @Nullable T> value) {
        Object array = Array.newInstance(type, rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Array.set(array, i, value.apply(rows.get(i)));
        }
        arrays.add(array);
        return this;
    }

    /** A moment of a row, if it is there. */
    public static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.get(OffsetDateTime.class, column)).map(OffsetDateTime::toInstant);
    }
}
