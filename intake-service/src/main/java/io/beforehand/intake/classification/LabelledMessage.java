package io.beforehand.intake.classification;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.beforehand.events.Mood;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A message of the labelled set that ships with the service; what its members mean is in the README beside the file. */
public record LabelledMessage(
        String id,
        Split split,
        String language,
        String category,
        Mood mood,
        @Nullable List<String> urgent,
        @Nullable String hard,
        boolean unseen,
        @Nullable String subject,
        String text) {

    /** What a message is for. */
    public enum Split {
        TRAIN,
        TEST
    }

    private static final String FILE = "/classification/messages.jsonl";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Subject and text in one, as a message is classified by both. */
    public String said() {
        return subject == null ? text : subject + "\n" + text;
    }

    public static List<LabelledMessage> all(Split split) {
        List<LabelledMessage> messages = new ArrayList<>();
        try (InputStream file = Objects.requireNonNull(LabelledMessage.class.getResourceAsStream(FILE));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                LabelledMessage message = JSON.readValue(line, LabelledMessage.class);
                if (message.split() == split) {
                    messages.add(message);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }
}
