package io.beforehand.intake.request.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.Channel;
import io.beforehand.events.Party;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.StreamEvent;
import io.beforehand.events.Visibility;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is submitted in whatever batches: what holds of the result. A failing seed is to be pasted as a plain test. */
class DeciderPropertyTest {

    private static final int BATCHES = 60;
    private static final int CONVERSATIONS = 5;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987})
    void streamsHaveNoGapsAndCopiesNoEffect(long seed) {
        Random random = new Random(seed);
        Desk desk = new Desk();
        List<Call> submitted = new ArrayList<>();
        Map<EventKey, String> requestIds = new HashMap<>();
        for (int batch = 0; batch < BATCHES; batch++) {
            List<Call> calls = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                boolean copy = !submitted.isEmpty() && random.nextInt(4) == 0;
                calls.add(copy ? submitted.get(random.nextInt(submitted.size())) : call(random, batch * 100 + i * 10));
            }
            submitted.addAll(calls);

            List<Verdict> verdicts = desk.decide(calls);

            for (int i = 0; i < calls.size(); i++) {
                if (verdicts.get(i) instanceof Verdict.Accepted(List<Receipt> receipts)) {
                    mustTellTheSameRequestAsBefore(calls.get(i), receipts, requestIds);
                }
            }
        }

        desk.told.stream().map(StreamEvent::requestId).distinct().forEach(id -> assertThat(
                        desk.told.stream().filter(event -> event.requestId().equals(id)))
                .extracting(StreamEvent::sequence)
                .containsExactlyElementsOf(LongStream.rangeClosed(
                                1, desk.known().requests().get(id).lastSequence())
                        .boxed()
                        .toList()));
        assertThat(desk.openings)
                .filteredOn(opening ->
                        !(desk.known().requests().get(opening.requestId()).stage() instanceof Stage.Closed))
                .extracting(Opening::conversation)
                .doesNotHaveDuplicates();
        assertThat(desk.openings).extracting(Opening::number).doesNotHaveDuplicates();
        assertThat(desk.messages)
                .extracting(Message::requestId)
                .isSubsetOf(desk.known().requests().keySet());
    }

    private static void mustTellTheSameRequestAsBefore(
            Call call, List<Receipt> receipts, Map<EventKey, String> requestIds) {
        for (int i = 0; i < receipts.size(); i++) {
            if (call.submissions().get(i).identity() instanceof Identity.Named named) {
                String before =
                        requestIds.putIfAbsent(named.key(), receipts.get(i).requestId());
                if (before != null) {
                    assertThat(receipts.get(i)).satisfies(copy -> {
                        assertThat(copy.outcome()).isEqualTo(Outcome.DUPLICATE);
                        assertThat(copy.requestId()).isEqualTo(before);
                    });
                }
            }
        }
    }

    private static Call call(Random random, int number) {
        Submission[] submissions = new Submission[1 + random.nextInt(3)];
        for (int i = 0; i < submissions.length; i++) {
            submissions[i] = Desk.event("e-" + (number + i), command(random));
        }
        return Desk.call(submissions);
    }

    private static Command command(Random random) {
        ConversationKey conversation =
                new ConversationKey(Channel.CHAT, "default", "c-" + random.nextInt(CONVERSATIONS));
        Target target = new Target.OfConversation(conversation);
        return switch (random.nextInt(4)) {
            case 0 -> new Command.Reply(target, Desk.AGENT, Visibility.PUBLIC, "reply", random.nextBoolean());
            case 1 ->
                new Command.SetStatus(
                        target,
                        RequestStatus.values()[random.nextInt(RequestStatus.values().length)],
                        null,
                        random.nextBoolean() ? null : Party.values()[random.nextInt(Party.values().length)]);
            default -> Desk.message(conversation, "text", Hints.NONE);
        };
    }
}
