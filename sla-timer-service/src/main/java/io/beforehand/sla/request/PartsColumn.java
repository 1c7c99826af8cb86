package io.beforehand.sla.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.beforehand.sla.calendar.CalendarParts;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The parts of a calendar as a column: nothing where there are none, as in almost every row, else JSON. */
final class PartsColumn {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PartsColumn() {}

    static @Nullable String write(CalendarParts parts) {
        if (parts.equals(CalendarParts.NONE)) {
            return null;
        }
        try {
            return JSON.writeValueAsString(parts);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CalendarParts read(@Nullable String json) {
        try {
            return json == null ? CalendarParts.NONE : JSON.readValue(json, CalendarParts.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
