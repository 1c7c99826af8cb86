package io.beforehand.intake.adapter.feishu;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;

class LarkMentionsTest {

    /** Put in again and again, each name would be twice as long as the one before: 2^40 characters. */
    @Test
    void aNameThatLooksLikeAPlaceholderIsNotReadAgain() {
        // Given
        ArrayNode mentions = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 40; i++) {
            mentions.addObject().put("key", "@_user_" + i).put("name", ("@_user_" + (i - 1)).repeat(2));
        }

        // Then
        assertThat(new LarkMentions(mentions).named("@_user_39!")).isEqualTo("@@_user_38@_user_38!");
    }

    @Test
    void whatComesOfMentionsIsBounded() {
        // Given
        ArrayNode mentions = JsonNodeFactory.instance.arrayNode();
        mentions.addObject().put("key", "@_user_1").put("name", "x".repeat(100_000));
        mentions.addObject().put("key", "").put("name", "of nobody");
        mentions.addObject().put("key", "a").put("name", "of a letter");

        // When
        String named = new LarkMentions(mentions).named("a @_user_1".repeat(20_000));

        // Then
        assertThat(named).hasSize(200_000).startsWith("a @xxx");
    }
}
