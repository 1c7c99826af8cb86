package io.beforehand.intake.ingest;

import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.intake.request.core.Receipt;
import io.beforehand.intake.request.core.Refusal;
import io.beforehand.intake.request.core.Verdict;
import java.util.List;

/** Turns verdicts into what callers are told. */
public final class Answers {

    private Answers() {}

    /** @throws ProblemException if the call was refused */
    public static List<Receipt> receipts(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted(List<Receipt> receipts) -> receipts;
            case Verdict.Refused(Refusal refusal) -> throw problem(refusal).with("place", refusal.place());
        };
    }

    private static ProblemException problem(Refusal refusal) {
        return switch (refusal) {
            case Refusal.IdReused _ -> new ProblemException(ErrorCode.ID_REUSED);
            case Refusal.RequestUnknown _ -> new ProblemException(ErrorCode.REQUEST_UNKNOWN);
            case Refusal.MergeNotAllowed notAllowed ->
                new ProblemException(ErrorCode.TRANSITION_NOT_ALLOWED)
                        .with("wanted", "merge")
                        .with("reason", notAllowed.reason().wireName());
            case Refusal.TransitionNotAllowed notAllowed ->
                new ProblemException(ErrorCode.TRANSITION_NOT_ALLOWED)
                        .with("from", notAllowed.from().wireName())
                        .with("wanted", notAllowed.wanted());
        };
    }
}
