package io.beforehand.sla.waiver;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.http.security.Roles;
import io.beforehand.sla.book.Documents;
import io.beforehand.sla.book.Fields;
import io.beforehand.sla.book.Problems;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody writes who asks or decides. The shared operator token names nobody, so the body says who it is; where the one
 * who is signed in has a name of their own, it is theirs, and the body may leave it out but not say another.
 */
final class WaiverForm {

    private final Problems problems = new Problems();
    private final Fields fields;
    private final Optional<Person> signedIn;

    /**
     * @param known the fields that mean something here
     * @param principal what the one who calls is called
     */
    WaiverForm(byte[] body, Set<String> known, String principal) {
        this.fields = new Fields(Documents.json(body), "", known, problems);
        this.signedIn = principal.equals(Roles.OPERATOR) ? Optional.empty() : Optional.of(new Person(principal));
    }

    /** What was asked for. */
    record Asked(Person by, String reason) {}

    /** @throws io.beforehand.http.problem.ProblemException {@code invalid-field} with all that does not fit */
    Asked asked() {
        Person by = person();
        String reason = reason();
        problems.refuse();
        return new Asked(by, reason);
    }

    /** @throws io.beforehand.http.problem.ProblemException {@code invalid-field} with all that does not fit */
    Person by() {
        Person by = person();
        problems.refuse();
        return by;
    }

    private Person person() {
        Person said = fields.text("by", Person::new);
        Person who = signedIn.orElse(said);
        if (who == null) {
            if (fields.get("by") == null) {
                problems.add("by", "must be there");
            }
            return new Person("nobody");
        }
        if (said != null && !said.is(who)) {
            problems.add("by", "must be who is signed in");
        }
        return who;
    }

    private String reason() {
        JsonNode reason = fields.get("reason");
        String text = reason == null || !reason.isTextual() ? "" : reason.textValue();
        if (text.isBlank() || text.length() > Waiver.LONGEST_REASON) {
            problems.add("reason", "must be a text of at most " + Waiver.LONGEST_REASON + " characters");
        }
        return text.strip();
    }
}
