package io.beforehand.intake.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.events.TraceContext;
import io.beforehand.intake.IntakeConfig;
import io.beforehand.intake.IntakeStack;
import io.beforehand.intake.Tables;
import io.beforehand.intake.classification.CurrentClassifier;
import io.beforehand.intake.request.core.Call;
import io.beforehand.intake.request.core.Command;
import io.beforehand.intake.request.core.ConversationKey;
import io.beforehand.intake.request.core.Defaults;
import io.beforehand.intake.request.core.EventKey;
import io.beforehand.intake.request.core.Fingerprint;
import io.beforehand.intake.request.core.Hints;
import io.beforehand.intake.request.core.Identity;
import io.beforehand.intake.request.core.Outcome;
import io.beforehand.intake.request.core.Receipt;
import io.beforehand.intake.request.core.Refusal;
import io.beforehand.intake.request.core.Submission;
import io.beforehand.intake.request.core.Verdict;
import io.beforehand.messaging.transaction.Transactions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas get the same at the same moment: two books on one database, each with its own group commit. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class RacingReplicasTest {

    private static final int ROUNDS = 30;

    @Inject
    Transactions transactions;

    @Inject
    BatchLoader loader;

    @Inject
    BatchWriter writer;

    @Inject
    ReplySecretStore replySecret;

    @Inject
    RequestMetrics metrics;

    @Inject
    CurrentClassifier classifier;

    @Inject
    IntakeConfig config;

    @Inject
    Tables tables;

    private List<RequestBook> replicas = List.of();
    private final Random random = new Random(7);

    @BeforeEach
    void startReplicas() {
        replicas = List.of(
                new RequestBook(transactions, loader, writer, replySecret, metrics, classifier, config),
                new RequestBook(transactions, loader, writer, replySecret, metrics, classifier, config));
    }

    @Test
    void oneConversationBecomesOneRequestAndOneEventOneMessage() {
        for (int round = 0; round < ROUNDS; round++) {
            String conversation = UUID.randomUUID().toString();
            List<Call> calls = new ArrayList<>();
            for (int event = 0; event < 4; event++) {
                for (int copy = 0; copy < 4; copy++) {
                    calls.add(call("e-" + event + conversation, conversation, "text " + event));
                }
            }

            List<Receipt> receipts = race(calls).stream()
                    .map(verdict -> ((Verdict.Accepted) verdict).receipts().getFirst())
                    .toList();

            assertThat(receipts)
                    .extracting(Receipt::requestId)
                    .hasSize(16)
                    .containsOnly(receipts.getFirst().requestId());
            assertThat(receipts).filteredOn(r -> r.outcome() == Outcome.OPENED).hasSize(1);
            assertThat(receipts)
                    .filteredOn(r -> r.outcome() == Outcome.APPENDED)
                    .hasSize(3);
            assertThat(tables.number(
                            "SELECT count(*) FROM message JOIN request ON request.id = request_id WHERE conversation = '"
                                    + conversation + "'"))
                    .isEqualTo(4);
            assertThat(tables.number("SELECT last_seq FROM request WHERE conversation = '" + conversation + "'"))
                    .isEqualTo(4);
        }
    }

    @Test
    void batchesThatCrossDoNotHinderEachOtherForGood() {
        for (int round = 0; round < ROUNDS; round++) {
            String prefix = UUID.randomUUID().toString();
            List<Call> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                List<Integer> order =
                        new ArrayList<>(IntStream.range(0, 6).boxed().toList());
                Collections.shuffle(order, random);
                int call = i;
                calls.add(new Call(
                        order.stream()
                                .map(c -> submission(prefix + call + "-" + c, prefix + c, "hello"))
                                .toList(),
                        TraceContext.start()));
            }

            assertThat(race(calls)).hasOnlyElementsOfType(Verdict.Accepted.class);

            assertThat(tables.number("SELECT count(*) FROM request WHERE conversation LIKE '" + prefix + "%'"))
                    .isEqualTo(6);
            assertThat(tables.number(
                            "SELECT sum(last_seq)::bigint FROM request WHERE conversation LIKE '" + prefix + "%'"))
                    .isEqualTo(48);
        }
    }

    @Test
    void oneIdForTwoThingsIsAcceptedForOneOfThem() {
        for (int round = 0; round < ROUNDS; round++) {
            String id = UUID.randomUUID().toString();

            List<Verdict> verdicts = race(List.of(call(id, id + "-a", "this"), call(id, id + "-b", "that")));

            assertThat(verdicts).filteredOn(Verdict.Accepted.class::isInstance).hasSize(1);
            assertThat(verdicts).contains(new Verdict.Refused(new Refusal.IdReused(0)));
            assertThat(tables.number("SELECT count(*) FROM conversation WHERE conversation LIKE '" + id + "%'"))
                    .isEqualTo(1);
        }
    }

    private List<Verdict> race(List<Call> calls) {
        List<Uni<Verdict>> racing = IntStream.range(0, calls.size())
                .mapToObj(i -> replicas.get(i % replicas.size()).submit(calls.get(i)))
                .toList();
        return Uni.join().all(racing).andFailFast().await().atMost(Duration.ofSeconds(20));
    }

    private static Call call(String id, String conversation, String text) {
        return new Call(List.of(submission(id, conversation, text)), TraceContext.start());
    }

    private static Submission submission(String id, String conversation, String text) {
        return new Submission(
                new Identity.Named(new EventKey("/race", id), new Fingerprint(text.getBytes(StandardCharsets.UTF_8))),
                null,
                new Command.CustomerMessage(
                        new ConversationKey(Channel.CHAT, "default", conversation),
                        new Customer("cust-" + conversation, null, null, null, null),
                        null,
                        text,
                        List.of(),
                        Hints.NONE,
                        Defaults.NONE,
                        null,
                        null));
    }
}
