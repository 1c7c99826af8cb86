package io.beforehand.benchmarks.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.beforehand.benchmarks.machine.ProcessSampler;
import io.beforehand.benchmarks.machine.ProcessUse;
import io.beforehand.localstack.LocalStackException;
import io.beforehand.localstack.Operator;
import io.beforehand.localstack.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Asks a long question as an operator would, and looks again and again how far the answer has come. */
final class Asking {
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private static final Answer.Job NOTHING = new Answer.Job(0, 0, MissingNode.getInstance());

    private final Operator operator;
    private final ProcessSampler sampler;
    private final Supplier<Lateness> lateness;

    /** @param lateness of all warnings so far */
    Asking(Operator operator, ProcessSampler sampler, Supplier<Lateness> lateness) {
        this.operator = operator;
        this.sampler = sampler;
        this.lateness = lateness;
    }

    /**
     * What came of it.
     *
     * @param service what the service took
     * @param database what PostgreSQL took
     * @param lateness of the warnings meanwhile
     */
    record Answer(
            String question, Job job, double seconds, ProcessUse service, ProcessUse database, Lateness lateness) {

        /**
         * What the service did.
         *
         * @param requests looked at
         * @param steps how many different numbers of requests were seen to be done on the way
         * @param result as the job says it
         */
        record Job(long requests, int steps, JsonNode result) {}

        double perSecond() {
            return job.requests() / seconds;
        }
    }

    /** Looks on while nothing is asked. */
    Answer nothing(Duration length) {
        return measured("nothing", () -> {
            pause(length);
            return NOTHING;
        });
    }

    /** @param path such as {@code /v1/replays} */
    Answer ask(String question, String path, Map<String, Object> body) {
        return measured(question, () -> answer(question, path, body));
    }

    private Answer measured(String question, Supplier<Answer.Job> asking) {
        Lateness before = lateness.get();
        sampler.begin();
        long begin = System.nanoTime();
        Answer.Job job = asking.get();
        double seconds = (System.nanoTime() - begin) / 1e9;
        List<ProcessUse> uses = sampler.phase();
        return new Answer(
                question, job, seconds, uses.get(0), uses.get(1), lateness.get().since(before));
    }

    private Answer.Job answer(String question, String path, Map<String, Object> body) {
        long begin = System.nanoTime();
        JsonNode job = operator.post(Service.SLA, path, body);
        TreeSet<Long> steps = new TreeSet<>();
        while (job.path("state").asText().equals("running")) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new LocalStackException(question + " takes too long");
            }
            pause(LOOK_EVERY);
            job = operator.get(Service.SLA, path + "/" + job.path("id").asText())
                    .body();
            steps.add(job.path("done").asLong());
        }
        if (!job.path("state").asText().equals("done")) {
            throw new LocalStackException(question + " came to no end: " + job);
        }
        return new Answer.Job(job.path("done").asLong(), steps.size(), job.path("result"));
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted", e);
        }
    }
}
