package io.beforehand.events;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The W3C trace context that follows a request over HTTP, outbox and Kafka.
 *
 * @param traceparent version 00, as in {@code 00-<32 hex>-<16 hex>-<2 hex>}
 * @see <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>
 */
public record TraceContext(String traceparent) {

    private static final Pattern VALID = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    public TraceContext {
        if (!VALID.matcher(traceparent).matches()) {
            throw new IllegalArgumentException("not a version 00 traceparent");
        }
    }

    /** Reads a header that anyone may have sent: what is not a valid traceparent is as good as none. */
    public static Optional<TraceContext> parse(@Nullable String header) {
        return header != null && VALID.matcher(header).matches()
                ? Optional.of(new TraceContext(header))
                : Optional.empty();
    }

    /** A new trace, marked as sampled. */
    public static TraceContext start() {
        return new TraceContext("00-" + hex(16) + "-" + hex(8) + "-01");
    }

    /** The same trace, a new step of it. */
    public TraceContext next() {
        return new TraceContext(traceparent.substring(0, 36) + hex(8) + traceparent.substring(52));
    }

    private static String hex(int bytes) {
        byte[] random = new byte[bytes];
        do {
            ThreadLocalRandom.current().nextBytes(random);
        } while (allZero(random));
        return HexFormat.of().formatHex(random);
    }

    private static boolean allZero(byte[] bytes) {
        for (byte b : bytes) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }
}
