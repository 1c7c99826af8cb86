package io.beforehand.benchmarks.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.benchmarks.machine.ProcessSampler;
import io.beforehand.benchmarks.machine.ProcessUse;
import io.beforehand.localstack.LocalStackException;
import io.beforehand.localstack.Operator;
import io.beforehand.localstack.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Asks a long question as an operator would, and looks again and again how far the answer has come. */
final class Asking {
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Operator operator;
    private final ProcessSampler sampler;

    Asking(Operator operator, ProcessSampler sampler) {
        this.operator = operator;
        this.sampler = sampler;
    }

    /**
     * What came of it.
     *
     * @param requests looked at
     * @param steps how many different numbers of requests were seen to be done on the way
     * @param service what the service took
     * @param database what PostgreSQL took
     * @param result as the job says it
     */
    record Answer(
            String question,
            long requests,
            double seconds,
            int steps,
            ProcessUse service,
            ProcessUse database,
            JsonNode result) {

        double perSecond() {
            return requests / seconds;
        }
    }

    /** @param path such as {@code /v1/replays} */
    Answer ask(String question, String path, Map<String, Object> body) {
        sampler.begin();
        long begin = System.nanoTime();
        JsonNode job = operator.post(Service.SLA, path, body);
        TreeSet<Long> steps = new TreeSet<>();
        while (job.path("state").asText().equals("running")) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new LocalStackException(question + " takes too long");
            }
            pause();
            job = operator.get(Service.SLA, path + "/" + job.path("id").asText())
                    .body();
            steps.add(job.path("done").asLong());
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (!job.path("state").asText().equals("done")) {
            throw new LocalStackException(question + " came to no end: " + job);
        }
        List<ProcessUse> uses = sampler.phase();
        return new Answer(
                question,
                job.path("done").asLong(),
                seconds,
                steps.size(),
                uses.get(0),
                uses.get(1),
                job.path("result"));
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted", e);
        }
    }
}
