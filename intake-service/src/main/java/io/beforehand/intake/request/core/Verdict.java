package io.beforehand.intake.request.core;

import java.util.List;

/** What came of a call. */
public sealed interface Verdict {

    /** @param receipts one for each submission, in their order */
    record Accepted(List<Receipt> receipts) implements Verdict {

        public Accepted {
            receipts = List.copyOf(receipts);
        }
    }

    record Refused(Refusal refusal) implements Verdict {}
}
