package io.beforehand.localstack.demo;

import io.beforehand.events.StreamEvent;
import io.beforehand.localstack.LocalStackException;
import io.beforehand.localstack.Operator;
import io.beforehand.localstack.Service;
import io.beforehand.localstack.demo.Act.Later;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Plays the script over the public API. All of it happens on one thread, one act after the other. */
final class Player {

    private final Operator operator;
    private final Script script;
    private final Texts texts;
    private final Post post;
    private final Consumer<String> trouble;
    private final Reactions reactions = new Reactions();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("demo player").factory());
    private long begun;

    /**
     * @param run tells this run's ids from those of earlier ones
     * @param trouble is told what did not work; the play goes on
     */
    Player(Operator operator, Script script, Texts texts, String run, Consumer<String> trouble) {
        this.operator = operator;
        this.script = script;
        this.texts = texts;
        this.post = new Post(operator, run);
        this.trouble = trouble;
    }

    /** Makes the promises and has the agents come in; ends what an earlier run left open. */
    void prepare(List<String> leftOpen) {
        for (Promises promises : Promises.ALL) {
            operator.put(Service.SLA, "/v1/policies/" + promises.id(), promises.policy());
        }
        post.openMailbox();
        leftOpen.forEach(this::resolve);
        for (Agent agent : Agent.ALL) {
            operator.put(Service.ROUTING, "/v1/agents/" + agent.id(), agent.profile());
            presence(agent, "available");
        }
    }

    void begin() {
        begun = System.nanoTime();
        attempt(Duration.ZERO, this::nextStory);
        script.shifts()
                .forEach(shift -> thread.scheduleAtFixedRate(
                        guarded(() -> presence(shift.agent(), shift.state())),
                        shift.at().toMillis(),
                        Script.day().toMillis(),
                        TimeUnit.MILLISECONDS));
    }

    /** People react to what they are told. */
    void hear(StreamEvent heard) {
        attempt(Duration.ZERO, () -> play(reactions.after(heard)));
    }

    void end() {
        thread.shutdownNow();
    }

    private void nextStory() {
        Story story = script.next();
        Duration passed = Duration.ofNanos(System.nanoTime() - begun);
        attempt(story.at().minus(passed), () -> {
            attempt(Duration.ZERO, this::nextStory);
            play(reactions.began(post.first(story), story));
        });
    }

    private void play(List<Later> acts) {
        acts.forEach(later -> attempt(later.in(), () -> play(later.act())));
    }

    private void play(Act act) {
        switch (act) {
            case Act.Answer answer -> answer(answer);
            case Act.WriteAgain(Story story) -> post.again(story);
            case Act.Resolve(String requestId) -> resolve(requestId);
            case Act.LookAfter(String alertId) ->
                operator.post(Service.NOTIFICATION, "/v1/alerts/" + alertId + "/acknowledge", Map.of("by", "Kim"));
        }
    }

    private void answer(Act.Answer answer) {
        Agent agent = answer.agent();
        operator.post(
                Service.INTAKE,
                "/v1/requests/" + answer.requestId() + "/replies",
                Map.of(
                        "text",
                        texts.answerTo(answer.story().letter()),
                        "author",
                        Map.of("kind", "agent", "id", agent.id(), "name", agent.name()),
                        "visibility",
                        "public"));
    }

    private void resolve(String requestId) {
        operator.post(Service.INTAKE, "/v1/requests/" + requestId + "/status", Map.of("status", "resolved"));
    }

    private void presence(Agent agent, String state) {
        operator.put(Service.ROUTING, "/v1/agents/" + agent.id() + "/presence", Map.of("state", state));
    }

    private void attempt(Duration in, Runnable act) {
        try {
            thread.schedule(guarded(act), Math.max(0, in.toMillis()), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException ended) {
            // The play is over.
        }
    }

    private Runnable guarded(Runnable act) {
        return () -> {
            try {
                act.run();
            } catch (LocalStackException failed) {
                if (!thread.isShutdown()) {
                    trouble.accept(String.valueOf(failed.getMessage()));
                }
            }
        };
    }
}
