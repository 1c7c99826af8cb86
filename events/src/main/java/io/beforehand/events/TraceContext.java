package io.beforehand.events;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The W3C trace context that follows a request over HTTP, outbox and Kafka.
 *
 * @param traceparent version 00, as in {@code 00-<32 hex>-<16 hex>-<2 hex>}
 * @see <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>
 */
public record TraceContext(String traceparent) {

    private static final int LENGTH = 55;

    public TraceContext {
        if (!isValid(traceparent)) {
            throw new IllegalArgumentException("not a version 00 traceparent");
        }
    }

    /** Reads a header that anyone may have sent: what is not a valid traceparent is as good as none. */
    public static Optional<TraceContext> parse(@Nullable String header) {
        return header != null && isValid(header) ? Optional.of(new TraceContext(header)) : Optional.empty();
    }

    /** A new trace, marked as sampled. */
    public static TraceContext start() {
        return new TraceContext("00-" + hex(16) + "-" + hex(8) + "-01");
    }

    /** The same trace, a new step of it. */
    public TraceContext next() {
        return new TraceContext(traceparent.substring(0, 36) + hex(8) + traceparent.substring(52));
    }

    /** By hand, as every event that is heard or told has one. */
    private static boolean isValid(String header) {
        return header.length() == LENGTH
                && header.startsWith("00-")
                && isId(header, 3, 35)
                && header.charAt(35) == '-'
                && isId(header, 36, 52)
                && header.charAt(52) == '-'
                && isHex(header.charAt(53))
                && isHex(header.charAt(54));
    }

    /** Hexadecimal digits in lower case, not all of them zero. */
    private static boolean isId(String header, int from, int to) {
        boolean zero = true;
        for (int i = from; i < to; i++) {
            char digit = header.charAt(i);
            if (!isHex(digit)) {
                return false;
            }
            zero &= digit == '0';
        }
        return !zero;
    }

    private static boolean isHex(char digit) {
        return digit >= '0' && digit <= '9' || digit >= 'a' && digit <= 'f';
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
