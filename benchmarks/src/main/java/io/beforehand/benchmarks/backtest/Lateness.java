package io.beforehand.benchmarks.backtest;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How late warnings were, as the service counts it itself.
 *
 * @param upTo how many were late by so many seconds at the most, by seconds
 */
record Lateness(NavigableMap<Double, Long> upTo) {
    private static final Pattern BUCKET = Pattern.compile(
            "beforehand_alarm_lateness_seconds_bucket\\{kind=\"warning\",le=\"([^\"]+)\"[^}]*} ([0-9.eE+]+)");

    /** @param metrics as Prometheus would read them */
    static Lateness read(String metrics) {
        NavigableMap<Double, Long> upTo = new TreeMap<>();
        Matcher bucket = BUCKET.matcher(metrics);
        while (bucket.find()) {
            double seconds =
                    bucket.group(1).equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bucket.group(1));
            upTo.put(seconds, Math.round(Double.parseDouble(bucket.group(2))));
        }
        return new Lateness(upTo);
    }

    /** Of the warnings since then. */
    Lateness since(Lateness before) {
        NavigableMap<Double, Long> more = new TreeMap<>();
        upTo.forEach((seconds, count) -> more.put(seconds, count - before.upTo.getOrDefault(seconds, 0L)));
        return new Lateness(more);
    }

    long count() {
        return upTo.isEmpty() ? 0 : upTo.lastEntry().getValue();
    }

    /** Seconds that this share of them stayed below: the bound of the histogram's bucket, so never too little. NaN without any. */
    double percentile(double share) {
        for (Map.Entry<Double, Long> bucket : upTo.entrySet()) {
            if (count() > 0 && bucket.getValue() >= share * count()) {
                return bucket.getKey();
            }
        }
        return Double.NaN;
    }
}
