package io.beforehand.notification.alert;

import io.beforehand.events.AlertLevel;
import io.beforehand.events.Metric;
import io.beforehand.notification.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The words of a page in one language. */
record PageWords(Map<Metric, String> metrics, Sentences sentences, More more) {

    /** @param warning a promise in danger: number, metric, deadline; likewise the others */
    record Sentences(String warning, String forecast, String breach, String over) {}

    /** Names the others on the page, each with its count. */
    record More(String frame, String breached, String inDanger, String over, String separator) {}

    private static final PageWords ENGLISH = new PageWords(
            metrics("acknowledgement", "assignment", "first response", "next response", "update", "resolution"),
            new Sentences(
                    "%s: %s is in danger, due at %s.",
                    "%s: %s will be late as things stand, due at %s.",
                    "%s: %s is overdue since %s.",
                    "%s: %s was overdue since %s and is over."),
            new More(" And besides: %s.", "%d overdue", "%d in danger", "%d over", ", "));

    private static final PageWords SIMPLIFIED = new PageWords(
            metrics("受理确认", "分配", "首次响应", "后续响应", "进展通报", "解决"),
            new Sentences("%s：%s即将超时，截止时间 %s。", "%s：%s预计会超时，截止时间 %s。", "%s：%s已超时，截止时间 %s。", "%s：%s曾超时，截止时间 %s，现已结束。"),
            new More("另有：%s。", "已超时 %d 项", "即将超时 %d 项", "已结束 %d 项", "，"));

    private static final PageWords TRADITIONAL = new PageWords(
            metrics("受理確認", "分派", "首次回應", "後續回應", "進度通報", "解決"),
            new Sentences("%s：%s即將逾時，截止時間 %s。", "%s：%s預計會逾時，截止時間 %s。", "%s：%s已逾時，截止時間 %s。", "%s：%s曾逾時，截止時間 %s，現已結束。"),
            new More("另有：%s。", "已逾時 %d 項", "即將逾時 %d 項", "已結束 %d 項", "，"));

    static PageWords in(Language language) {
        return switch (language) {
            case ENGLISH -> ENGLISH;
            case SIMPLIFIED_CHINESE -> SIMPLIFIED;
            case TRADITIONAL_CHINESE -> TRADITIONAL;
        };
    }

    String sentence(Alert alert, String dueAt) {
        String pattern = alert.isResolved() ? sentences.over() : patternOf(alert.level());
        return pattern.formatted(
                alert.number(),
                metrics.getOrDefault(alert.metric(), alert.metric().name()),
                dueAt);
    }

    private String patternOf(AlertLevel level) {
        return switch (level) {
            case WARNING -> sentences.warning();
            case FORECAST -> sentences.forecast();
            case BREACH -> sentences.breach();
        };
    }

    String more(long breached, long inDanger, long over) {
        List<String> parts = new ArrayList<>();
        add(parts, more.breached(), breached);
        add(parts, more.inDanger(), inDanger);
        add(parts, more.over(), over);
        return more.frame().formatted(String.join(more.separator(), parts));
    }

    private static void add(List<String> parts, String pattern, long count) {
        if (count > 0) {
            parts.add(pattern.formatted(count));
        }
    }

    private static Map<Metric, String> metrics(
            String acknowledgement,
            String assignment,
            String firstResponse,
            String nextResponse,
            String update,
            String resolution) {
        return Map.of(
                Metric.ACKNOWLEDGEMENT, acknowledgement,
                Metric.ASSIGNMENT, assignment,
                Metric.FIRST_RESPONSE, firstResponse,
                Metric.NEXT_RESPONSE, nextResponse,
                Metric.UPDATE, update,
                Metric.RESOLUTION, resolution);
    }
}
