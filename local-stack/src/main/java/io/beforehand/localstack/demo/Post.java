package io.beforehand.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Channel;
import io.beforehand.localstack.Operator;
import io.beforehand.localstack.Service;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** How the customers' words reach the system: mails as mails, the rest as events. */
final class Post {

    private static final String MAILBOX = "support";
    private static final String CLOUD_EVENT = "application/cloudevents+json";

    private final Operator operator;
    private final String run;
    private final String secret;
    private final MailWriter mails;

    /** @param run tells this run's ids from those of earlier ones */
    Post(Operator operator, String run) {
        this.operator = operator;
        this.run = run;
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        this.secret = HexFormat.of().formatHex(random);
        this.mails = new MailWriter(run);
    }

    void openMailbox() {
        operator.put(
                Service.INTAKE,
                "/v1/channels/email/" + MAILBOX,
                Map.of("secrets", List.of(secret), "defaults", Map.of("tier", Promises.TIER)));
    }

    /** Returns the id of the request. */
    String first(Story story) {
        return send(story, "", story.letter().text());
    }

    void again(Story story) {
        send(story, "-again", story.course().word());
    }

    private String send(Story story, String suffix, String text) {
        JsonNode answer = story.channel() == Channel.EMAIL
                ? operator.postMail(MAILBOX, secret, mails.write(story, suffix, text))
                : operator.post(Service.INTAKE, "/v1/events", CLOUD_EVENT, event(story, suffix, text));
        return answer.at("/accepted/0/requestId").asText();
    }

    private Map<String, Object> event(Story story, String suffix, String text) {
        Letter letter = story.letter();
        String conversation = run + "-" + story.index();
        Map<String, Object> customer = Map.of(
                "id", story.customer().id(),
                "name", story.customer().name(),
                "tier", Promises.TIER,
                "locale", letter.locale(),
                "address", story.customer().id());
        Map<String, Object> data = Map.of(
                "channel", story.channel().wireName(),
                "conversation", conversation,
                "customer", customer,
                "text", text,
                "hints",
                        Map.of(
                                "category", letter.category(),
                                "priority", letter.priority().wireName()));
        return Map.of(
                "specversion", "1.0",
                "id", conversation + suffix,
                "source", "/demo",
                "type", "io.beforehand.message.received",
                "data", data);
    }
}
