package io.beforehand.intake.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes come, an adapter reads them or says that they are malformed: anything else would be an error of ours. */
class MutatedDeliveriesTest {

    private static final long SEED = 20_261_102;
    private static final int ROUNDS = 20;
    private static final List<String> HEADER_VALUES =
            List.of("", "\u0000", "\u00e9 = %", "v0=", "Basic ?", "9".repeat(40));

    private final Set<String> escaped = new LinkedHashSet<>();

    @ParameterizedTest
    @MethodSource("io.beforehand.intake.adapter.Example#all")
    void nothingButMalformedComesOutOfAnAdapter(Example example) {
        Delivery whole = example.delivery();
        Random random = new Random(SEED ^ example.toString().hashCode());

        // When
        for (int i = 0; i < ROUNDS; i++) {
            read(example, with(whole, whole.target(), Mutations.ofBytes(whole.body(), random)));
            read(example, with(whole, mutatedQuery(whole.target(), random), whole.body()));
        }
        for (String header : whole.headers().keySet()) {
            HEADER_VALUES.forEach(value -> read(example, with(whole, header, value)));
        }
        Mutations.ofValues(
                new String(whole.body(), StandardCharsets.UTF_8),
                random,
                body -> read(example, with(whole, whole.target(), body.getBytes(StandardCharsets.UTF_8))));

        // Then
        assertThat(escaped).as("seed " + SEED).isEmpty();
    }

    /** What is not verified yet has to be refused rather than malformed. */
    private void read(Example example, Delivery delivery) {
        ChannelAdapter adapter = example.adapter();
        AccountKeys keys = example.keys();
        step("remoteKey", false, () -> adapter.remoteKey(delivery, keys));
        step("remoteKey", false, () -> adapter.remoteKey(delivery, AccountKeys.NONE));
        step("verify", false, () -> adapter.verify(delivery, keys, example.now()));
        step("handshake", true, () -> adapter.handshake(delivery, keys));
        step("confirmation", true, () -> adapter.confirmation(delivery, keys));
        step("parse", true, () -> adapter.parse(delivery, keys));
        step("caller", true, () -> adapter.caller(delivery, keys));
        step("answer", true, () -> adapter.answer(delivery, keys, Wait.UNKNOWN));
    }

    private void step(String name, boolean mayBeMalformed, Runnable step) {
        try {
            step.run();
        } catch (MalformedDeliveryException e) {
            if (!mayBeMalformed) {
                escaped.add(name + ": " + e);
            }
        } catch (RuntimeException e) {
            StackTraceElement[] trace = e.getStackTrace();
            escaped.add(name + ": " + e.getClass() + (trace.length == 0 ? "" : " at " + trace[0] + ours(trace)));
        }
    }

    private static String ours(StackTraceElement[] trace) {
        for (StackTraceElement frame : trace) {
            if (frame.getClassName().startsWith("io.beforehand.")) {
                return " from " + frame;
            }
        }
        return "";
    }

    private static String mutatedQuery(String target, Random random) {
        int query = target.indexOf('?') + 1;
        byte[] mutated = Mutations.ofBytes(target.substring(query).getBytes(StandardCharsets.UTF_8), random);
        return target.substring(0, query) + new String(mutated, StandardCharsets.ISO_8859_1);
    }

    private static Delivery with(Delivery delivery, String target, byte[] body) {
        return new Delivery(delivery.method(), target, delivery.headers(), body);
    }

    private static Delivery with(Delivery delivery, String header, String value) {
        Map<String, String> headers = new HashMap<>(delivery.headers());
        headers.put(header, value);
        return new Delivery(delivery.method(), delivery.target(), headers, delivery.body());
    }
}
