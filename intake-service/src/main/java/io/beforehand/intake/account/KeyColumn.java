package io.beforehand.intake.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beforehand.intake.adapter.AccountKeys;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What accounts share with their channels besides secrets, as it stands in its column. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record KeyColumn(
        @Nullable String verifyToken,
        @Nullable String aesKey,
        @Nullable String receiveId,
        @Nullable String publicKey,
        @Nullable String publicUrl,
        @Nullable String jwks,
        @Nullable String audience,
        @Nullable String issuer) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static @Nullable String write(AccountKeys keys) {
        KeyColumn column = new KeyColumn(
                keys.verifyToken(),
                keys.aesKey(),
                keys.receiveId(),
                keys.publicKey(),
                keys.publicUrl(),
                keys.jwks(),
                keys.audience(),
                keys.issuer());
        try {
            String text = JSON.writeValueAsString(column);
            return text.equals("{}") ? null : text;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("keys cannot be written", e);
        }
    }

    static AccountKeys read(List<String> secrets, @Nullable String text) {
        if (text == null) {
            return AccountKeys.of(secrets);
        }
        try {
            KeyColumn column = JSON.readValue(text, KeyColumn.class);
            return new AccountKeys(
                    secrets,
                    column.verifyToken,
                    column.aesKey,
                    column.receiveId,
                    column.publicKey,
                    column.publicUrl,
                    column.jwks,
                    column.audience,
                    column.issuer,
                    null);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored keys cannot be read", e);
        }
    }

    /** The names of the keys that a column holds. */
    static List<String> held(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        try {
            return JSON.readTree(text).propertyStream().map(Map.Entry::getKey).toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored keys cannot be read", e);
        }
    }

    @Override
    public String toString() {
        return "KeyColumn";
    }
}
