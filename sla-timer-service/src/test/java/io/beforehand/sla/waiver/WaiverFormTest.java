package io.beforehand.sla.waiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.http.problem.ProblemException;
import io.beforehand.http.security.Roles;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WaiverFormTest {

    @Test
    void whoUsesTheSharedTokenSaysWhoTheyAre() {
        assertThat(form("{\"by\": \"Ada\"}", Roles.OPERATOR).by()).isEqualTo(new Person("Ada"));
    }

    @Test
    void whoIsSignedInNeedNotSayIt() {
        assertThat(form("{}", "ada@example.com").by()).isEqualTo(new Person("ada@example.com"));
        assertThat(form("{\"by\": \"ADA@example.com\"}", "ada@example.com").by())
                .isEqualTo(new Person("ada@example.com"));
    }

    @Test
    void whoIsSignedInIsNobodyElse() {
        assertThatThrownBy(() -> form("{\"by\": \"Bob\"}", "ada@example.com").by())
                .isInstanceOfSatisfying(ProblemException.class, refusal -> assertThat(
                                refusal.problem().more())
                        .containsEntry("field", "by")
                        .containsEntry("reason", "must be who is signed in"));
    }

    private static WaiverForm form(String body, String principal) {
        return new WaiverForm(body.getBytes(StandardCharsets.UTF_8), Set.of("by"), principal);
    }
}
