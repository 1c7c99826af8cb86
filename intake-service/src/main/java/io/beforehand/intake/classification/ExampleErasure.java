package io.beforehand.intake.classification;

import io.beforehand.intake.erasure.Erasure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;

/** What was learned from a customer's words is forgotten with him: the classifier learns anew without them. */
@ApplicationScoped
class ExampleErasure {

    @Produces
    @Dependent
    @Named("category-example-erasure")
    Erasure examples() {
        return new Erasure("category_example", "DELETE FROM category_example WHERE request_id = ANY ($1)");
    }
}
