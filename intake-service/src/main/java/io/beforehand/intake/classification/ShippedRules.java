package io.beforehand.intake.classification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beforehand.intake.classification.core.RuleBook;
import java.math.BigDecimal;

/** The rules that ship with the service, their large amount being the one configured. */
public final class ShippedRules {

    private static final String LARGE_AMOUNT = "large-amount";

    private ShippedRules() {}

    public static RuleBook book(BigDecimal largeAmount) {
        return RuleReader.read(0, document(largeAmount));
    }

    static JsonNode document(BigDecimal largeAmount) {
        JsonNode document = Documents.shipped("default-rules.yaml");
        for (JsonNode rule : document.get("rules")) {
            if (rule.get("id").textValue().equals(LARGE_AMOUNT)) {
                ((ObjectNode) rule.get("when")).put("amountAtLeast", largeAmount);
            }
        }
        return document;
    }
}
