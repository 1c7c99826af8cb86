package io.beforehand.messaging.listener;

import io.beforehand.events.EventCodec;
import io.beforehand.events.EventCodec.Decoded;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Reads events out of Kafka records. */
final class RecordReader {

    private RecordReader() {}

    static Decoded read(ConsumerRecord<byte[], byte[]> message) {
        return EventCodec.decode(headers(message), message.value());
    }

    /** The headers as text; of several with one name the last counts, as with Kafka's own {@code lastHeader}. */
    static Map<String, String> headers(ConsumerRecord<byte[], byte[]> message) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : message.headers()) {
            byte[] value = header.value();
            headers.put(header.key(), value == null ? "" : new String(value, StandardCharsets.UTF_8));
        }
        return headers;
    }
}
