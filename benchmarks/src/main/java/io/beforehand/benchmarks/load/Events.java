package io.beforehand.benchmarks.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;

/**
 * What customers write in a benchmark: chats of a few sentences in Chinese and English, each a conversation of its own, from as many
 * customers as come back now and then. About 600 bytes an event.
 */
public final class Events {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CUSTOMERS = 20_000;
    private static final List<String> TEXTS = List.of(
            "你好，我上周下的订单到现在还没有发货，请帮我查一下物流到哪里了，谢谢。",
            "Hello, I was charged twice for the same order. Could you look into it and refund one of the payments?",
            "登录的时候一直提示验证码错误，换了手机和网络也不行，麻烦尽快处理。",
            "The invoice I received shows the old address of our company. Please send a corrected one.");

    private Events() {}

    /** @param number of the request in this run */
    static Buffer message(String source, long number) {
        boolean chinese = number % 2 == 0;
        Map<String, Object> customer = Map.of(
                "id",
                "customer-" + number % CUSTOMERS,
                "name",
                chinese ? "王小明" : "Ann Smith",
                "locale",
                chinese ? "zh-CN" : "en",
                "address",
                "customer-" + number % CUSTOMERS);
        return json(event(
                source,
                "message-" + number,
                "io.beforehand.message.received",
                Map.of(
                        "channel",
                        "chat",
                        "conversation",
                        source + "-" + number,
                        "customer",
                        customer,
                        "text",
                        text(number))));
    }

    /** A few sentences. */
    static String text(long number) {
        return TEXTS.get((int) (number % TEXTS.size()));
    }

    /** A batch that says of each request that it is resolved. */
    static Buffer resolved(String source, List<String> requestIds) {
        return json(requestIds.stream()
                .map(id -> event(
                        source,
                        "resolved-" + id,
                        "io.beforehand.status.changed",
                        Map.of("requestId", id, "status", "resolved")))
                .toList());
    }

    /** A batch that says of the request of each conversation that it is resolved. */
    static Buffer resolved(String source, String channel, String account, List<String> conversations) {
        return json(conversations.stream()
                .map(conversation -> event(
                        source,
                        "resolved-" + conversation,
                        "io.beforehand.status.changed",
                        Map.of(
                                "channel",
                                channel,
                                "account",
                                account,
                                "conversation",
                                conversation,
                                "status",
                                "resolved")))
                .toList());
    }

    private static Map<String, Object> event(String source, String id, String type, Map<String, Object> data) {
        return Map.of("specversion", "1.0", "id", id, "source", source, "type", type, "data", data);
    }

    private static Buffer json(Object value) {
        try {
            return Buffer.buffer(JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
