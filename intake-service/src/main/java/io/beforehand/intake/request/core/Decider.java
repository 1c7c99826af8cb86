package io.beforehand.intake.request.core;

import io.beforehand.intake.classification.core.Classifier;
import io.beforehand.intake.request.core.Known.Received;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides a batch of calls, one after the other as if each came alone. A call that is refused changes nothing, neither for the
 * calls after it nor in the tables.
 */
public final class Decider {

    /** What came of a batch. */
    public record Decision(List<Verdict> verdicts, Changes changes) {

        public Decision {
            verdicts = List.copyOf(verdicts);
        }
    }

    private final SubmissionDecider submissions;

    public Decider(Classifier classifier, Reopening reopening, Identifiers identifiers) {
        this.submissions = new SubmissionDecider(classifier, reopening, identifiers);
    }

    /** @param now when the calls count as received */
    public Decision decide(Known known, List<Call> calls, Instant now) {
        Draft accepted = Draft.of(known, now);
        List<Verdict> verdicts = new ArrayList<>();
        for (Call call : calls) {
            Draft draft = accepted.another();
            Verdict verdict = decide(draft, call, now);
            if (verdict instanceof Verdict.Accepted) {
                accepted.absorb(draft);
            }
            verdicts.add(verdict);
        }
        return new Decision(verdicts, accepted.changes());
    }

    private Verdict decide(Draft draft, Call call, Instant now) {
        List<Receipt> receipts = new ArrayList<>();
        for (Submission submission : call.submissions()) {
            Step step = new Step(
                    draft,
                    receipts.size(),
                    EventTime.of(submission.happenedAt(), now),
                    EventTime.told(submission.happenedAt()),
                    now,
                    call.trace());
            switch (decide(step, submission)) {
                case Step.Result.Done(Receipt receipt) -> receipts.add(receipt);
                case Step.Result.NotAccepted(Refusal refusal) -> {
                    if (!call.lenient() || refusal instanceof Refusal.IdReused) {
                        return new Verdict.Refused(refusal);
                    }
                    receipts.add(Receipt.PASSED_OVER);
                }
            }
        }
        return new Verdict.Accepted(receipts);
    }

    private Step.Result decide(Step step, Submission submission) {
        return switch (submission.identity()) {
            case Identity.Anonymous() -> submissions.decide(step, submission.command());
            case Identity.Named(EventKey key, Fingerprint fingerprint) -> decide(step, submission, key, fingerprint);
            case Identity.FirstNamed(EventKey key, Fingerprint fingerprint) ->
                step.draft().received.get(key).isPresent()
                        ? step.done(Receipt.PASSED_OVER)
                        : decide(step, submission, key, fingerprint);
        };
    }

    private Step.Result decide(Step step, Submission submission, EventKey key, Fingerprint fingerprint) {
        Optional<Received> before = step.draft().received.get(key);
        if (before.isPresent()) {
            return before.get().fingerprint().equals(fingerprint)
                    ? step.done(before.get().receipt().as(Outcome.DUPLICATE))
                    : step.refuse(new Refusal.IdReused(step.place()));
        }
        Step.Result result = submissions.decide(step, submission.command());
        if (result instanceof Step.Result.Done(Receipt receipt)) {
            step.draft().received.put(key, new Received(fingerprint, receipt));
        }
        return result;
    }
}
