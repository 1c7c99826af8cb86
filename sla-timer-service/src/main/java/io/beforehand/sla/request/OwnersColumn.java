package io.beforehand.sla.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.beforehand.sla.request.Owners.Tenure;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/** The owners of a request as its row holds them: a list of {@code [since, agent, team]}. */
public final class OwnersColumn {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<List<String>>> TRIPLES = new TypeReference<>() {};

    private OwnersColumn() {}

    static String write(Owners owners) {
        try {
            return JSON.writeValueAsString(owners.tenures().stream()
                    .map(tenure -> List.of(tenure.since().toString(), tenure.agent(), tenure.team()))
                    .toList());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Owners read(String json) {
        try {
            return new Owners(JSON.readValue(json, TRIPLES).stream()
                    .map(triple -> new Tenure(Instant.parse(triple.get(0)), triple.get(1), triple.get(2)))
                    .toList());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
