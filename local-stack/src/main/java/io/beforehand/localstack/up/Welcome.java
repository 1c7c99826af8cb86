package io.beforehand.localstack.up;

import io.beforehand.localstack.LocalStack;
import io.beforehand.localstack.Service;
import java.nio.file.Path;

/** What a person needs to know once everything is ready. */
final class Welcome {
    private Welcome() {}

    static String text(LocalStack stack, double seconds) {
        Path token = stack.folder().resolve("operator-token");
        String authorization = "-H \"Authorization: Bearer $(cat '" + token + "')\"";
        return """

                Ready after %.1f s.

                  intake        %s        Kafka         %s
                  routing       %s        PostgreSQL    localhost:%d
                  sla-timer     %s        webhook sink  %s
                  notification  %s        mail sink     %s  (./beforehand mail shows the mails)

                  logs            %s

                  operator token  %s  (also in %s)

                Try it in another terminal:

                1. A customer writes. The acknowledgement appears here a moment later.
                   REQUEST=$(curl -sS %s/v1/events %s -H 'Content-Type: application/cloudevents+json' -d '%s' | tee /dev/stderr | sed -n 's/.*"requestId":"\\([^"]*\\)".*/\\1/p')

                2. Its clocks: what was promised, until when, and when a warning comes.
                   curl -sS %s/v1/requests/$REQUEST/clocks %s

                3. What on call has been told so far.
                   curl -sS %s/v1/alerts %s

                Ctrl-C stops everything; the data stays in %s.
                """.formatted(
                        seconds,
                        stack.service(Service.INTAKE).url(),
                        stack.kafka().bootstrapServers(),
                        stack.service(Service.ROUTING).url(),
                        stack.postgres().port(),
                        stack.service(Service.SLA).url(),
                        stack.sink().url("/"),
                        stack.service(Service.NOTIFICATION).url(),
                        stack.mails().url(),
                        stack.folder() + "/*/*.log",
                        stack.secrets().operatorToken(),
                        token,
                        stack.service(Service.INTAKE).url(),
                        authorization,
                        EVENT,
                        stack.service(Service.SLA).url(),
                        authorization,
                        stack.service(Service.NOTIFICATION).url(),
                        authorization,
                        stack.folder());
    }

    /** Each call is a message of its own, in a conversation of its own: {@code '$(…)'} leaves the single quotes. */
    private static final String EVENT = """
            {"specversion":"1.0","id":"try-'$(date +%s)'","source":"/try","type":"io.beforehand.message.received",\
            "datacontenttype":"application/json","data":{"channel":"chat","conversation":"try-'$(date +%s)'",\
            "customer":{"id":"mei","name":"Mei","locale":"zh-CN","address":"mei"},\
            "text":"我被重复扣款了，请尽快处理","hints":{"priority":"urgent","category":"billing"}}}""".replace("\n", "");
}
