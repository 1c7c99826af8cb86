package io.beforehand.notification.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A thread as the tables keep it. */
public final class MailThreadJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
            .build();

    /** As it is read: lists may be missing. */
    private record Stored(
            @Nullable String subject,
            @Nullable String answers,
            @Nullable List<String> references,
            @Nullable String replyToken,
            @Nullable String account) {}

    private MailThreadJson() {}

    /** Null for a thread of which nothing is known. */
    public static @Nullable String write(MailThread thread) {
        try {
            return thread.equals(MailThread.NONE) ? null : JSON.writeValueAsString(thread);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("thread cannot be written", e);
        }
    }

    /** @throws IllegalArgumentException if it is no thread */
    public static MailThread read(@Nullable String json) {
        if (json == null) {
            return MailThread.NONE;
        }
        try {
            Stored stored = JSON.readValue(json, Stored.class);
            return new MailThread(
                    stored.subject(),
                    stored.answers(),
                    stored.references() == null ? List.of() : stored.references(),
                    stored.replyToken(),
                    stored.account());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no thread", e);
        }
    }
}
