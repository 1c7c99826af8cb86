package io.beforehand.localstack.up;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.localstack.LocalStack;
import io.beforehand.localstack.Operator;
import io.beforehand.localstack.Service;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What the first request needs to get somewhere: outlets to customers, somebody on call, an agent. Registered over the
 * public API like anybody else's, and only where nothing is there yet.
 */
final class FirstSteps {
    private static final List<String> CHANNELS = List.of("chat", "web", "app", "social");

    private final LocalStack stack;
    private final Operator operator;

    FirstSteps(LocalStack stack) {
        this.stack = stack;
        this.operator = new Operator(stack);
    }

    void register() {
        String secret = stack.secrets().webhookSecret();
        for (String channel : CHANNELS) {
            String url = stack.sink().url("/customers/" + channel);
            put(
                    Service.NOTIFICATION,
                    "/v1/outlets/" + channel + "/default",
                    Map.of("type", "webhook", "url", url, "secret", secret),
                    known -> pointsToAnEarlierSink(known.path("url").asText(), url));
        }
        registerMailbox("default");
        registerMailbox("support");
        String onCall = stack.sink().url("/on-call");
        Map<String, String> method = Map.of("type", "webhook", "address", onCall, "secret", secret);
        put(
                Service.NOTIFICATION,
                "/v1/contacts/default",
                Map.of("name", "On call", "methods", List.of(method)),
                known -> pointsToAnEarlierSink(known.at("/methods/0/address").asText(), onCall));
        registerAgent();
    }

    private void registerMailbox(String account) {
        String smtp = stack.mails().url();
        put(
                Service.NOTIFICATION,
                "/v1/outlets/email/" + account,
                Map.of("type", "smtp", "url", smtp, "from", "Support <support@example.com>"),
                known -> isAnEarlierMailOutlet(known.path("url").asText(), smtp));
    }

    private void registerAgent() {
        Map<String, Object> ada = Map.of(
                "name", "Ada",
                "team", "support",
                "skills", Map.of("general", 4, "billing", 3, "technical", 4),
                "languages", List.of("zh", "en"),
                "capacity", Map.of("chat", 3, "web", 3, "app", 3, "social", 3, "email", 6, "sms", 6, "voice", 1));
        if (put(Service.ROUTING, "/v1/agents/ada", ada, known -> false)) {
            put(Service.ROUTING, "/v1/agents/ada/presence", Map.of("state", "available"), known -> true);
        }
    }

    /** The sink's port may be another one this time. */
    private static boolean pointsToAnEarlierSink(String known, String wanted) {
        String path = URI.create(wanted).getPath();
        return !known.equals(wanted) && known.matches("http://localhost:[0-9]+" + path);
    }

    /** Mail went to the webhook sink before there was one for it. */
    private static boolean isAnEarlierMailOutlet(String known, String wanted) {
        return !known.equals(wanted)
                && known.matches("smtp://localhost:[0-9]+|http://localhost:[0-9]+/customers/email");
    }

    /** Stores what is absent, or outdated; true if it did. */
    private boolean put(Service service, String path, Map<String, ?> value, Predicate<JsonNode> outdated) {
        Operator.Answer known = operator.get(service, path);
        if (known.status() == 200 && !outdated.test(known.body())) {
            return false;
        }
        operator.put(service, path, value);
        return true;
    }
}
