package io.beforehand.sla.calendar.book;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.sla.book.Fields;
import io.beforehand.sla.book.Problems;
import io.beforehand.time.Window;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the windows of days, each day's such as {@code [["09:00", "12:00"], ["13:00", "18:00"]]}. What does not fit becomes a
 * problem and is left out.
 */
final class DayReader {

    private static final int MOST_WINDOWS = 24;
    private static final int MOST_SPECIAL_DAYS = 2000;
    private static final Set<String> DAYS =
            Arrays.stream(DayOfWeek.values()).map(DayReader::name).collect(Collectors.toSet());

    private final Problems problems;

    DayReader(Problems problems) {
        this.problems = problems;
    }

    /** The word for a day in {@code weekly}: {@code MON}. */
    static String name(DayOfWeek day) {
        return day.name().substring(0, 3);
    }

    Map<DayOfWeek, List<Window>> weekly(Fields fields) {
        Map<DayOfWeek, List<Window>> weekly = new EnumMap<>(DayOfWeek.class);
        JsonNode written = fields.get("weekly");
        if (written != null) {
            Fields days = new Fields(written, fields.at("weekly"), DAYS, problems);
            for (DayOfWeek day : DayOfWeek.values()) {
                weekly.put(day, windows(days.at(name(day)), days.get(name(day))));
            }
        }
        return weekly;
    }

    Map<LocalDate, List<Window>> special(Fields fields) {
        Map<LocalDate, List<Window>> special = new TreeMap<>();
        JsonNode written = fields.get("special");
        if (written == null) {
            return special;
        }
        Set<String> dates = new HashSet<>();
        written.fieldNames().forEachRemaining(dates::add);
        if (dates.size() > MOST_SPECIAL_DAYS) {
            problems.add(fields.at("special"), "must be at most " + MOST_SPECIAL_DAYS + " dates");
            return special;
        }
        Fields days = new Fields(written, fields.at("special"), dates, problems);
        for (String name : dates) {
            LocalDate date = problems.attempt(days.at(name), () -> Moments.date(name));
            if (date != null) {
                special.put(date, windows(days.at(name), days.get(name)));
            }
        }
        return special;
    }

    private List<Window> windows(String path, @Nullable JsonNode written) {
        if (written == null) {
            return List.of();
        }
        if (!written.isArray() || written.size() > MOST_WINDOWS) {
            problems.add(path, "must be a list of at most " + MOST_WINDOWS + " windows");
            return List.of();
        }
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            JsonNode pair = written.get(i);
            Window window = problems.attempt(path + "[" + i + "]", () -> window(pair));
            if (window != null) {
                windows.add(window);
            }
        }
        List<Window> ordered = problems.attempt(path, () -> Window.inOrder(windows));
        return ordered == null ? List.of() : ordered;
    }

    private static Window window(JsonNode pair) {
        if (pair.size() != 2 || !pair.path(0).isTextual() || !pair.path(1).isTextual()) {
            throw new IllegalArgumentException("must be two times such as [\"09:00\", \"17:30\"]");
        }
        return Window.parse(pair.get(0).textValue(), pair.get(1).textValue());
    }
}
