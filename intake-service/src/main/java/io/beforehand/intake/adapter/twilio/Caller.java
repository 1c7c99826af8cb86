package io.beforehand.intake.adapter.twilio;

import io.beforehand.events.Customer;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is on the other side of a call: who called, or whom we called. */
record Caller(
        String call, @Nullable String number, @Nullable String name) {

    /**
     * What stands in for the number of somebody who hides it: the words behind it are ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN and
     * UNAVAILABLE, as they are typed on a telephone.
     */
    private static final Set<String> HIDDEN = Set.of(
            "+266696687",
            "266696687",
            "+7378742833",
            "7378742833",
            "+2562533",
            "2562533",
            "+8656696",
            "8656696",
            "+86282452253",
            "86282452253",
            "anonymous",
            "unavailable",
            "restricted");

    static Caller of(Fields fields) {
        boolean inbound = fields.or("Direction", "inbound").equals("inbound");
        return new Caller(
                fields.required("CallSid"),
                inbound ? fields.first("From", "Caller") : fields.first("To", "Called"),
                inbound ? fields.get("CallerName") : null);
    }

    /** Callers who hide their number are not one and the same: each is a customer of his own. */
    Customer customer() {
        return number == null || HIDDEN.contains(number.toLowerCase(Locale.ROOT))
                ? new Customer("anonymous:" + call, null, null, null, null)
                : new Customer(number, name, null, null, null);
    }
}
