package io.beforehand.intake.classification;

import io.beforehand.intake.erasure.Erasure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;

/** What was read out of a customer's words is forgotten with him; the classifier learns anew without them. */
@ApplicationScoped
class ClassificationErasures {

    @Produces
    @Dependent
    @Named("category-example-erasure")
    Erasure examples() {
        return new Erasure("category_example", "DELETE FROM category_example WHERE request_id = ANY ($1)");
    }

    @Produces
    @Dependent
    @Named("request-language-erasure")
    Erasure languages() {
        return new Erasure("request_language", "UPDATE request SET language = NULL WHERE id = ANY ($1)");
    }
}
