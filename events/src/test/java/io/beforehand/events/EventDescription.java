package io.beforehand.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What {@code docs/events.asyncapi.yaml} says, to hold records against. */
public final class EventDescription {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEMAS = "#/components/schemas/";

    private final JsonNode document;
    private final Map<String, JsonSchema> payloads = new HashMap<>();
    private final JsonSchema headers;

    private EventDescription(JsonNode document) {
        this.document = document;
        this.headers = schema("CloudEventHeaders");
        document.at("/components/messages")
                .properties()
                .forEach(message -> payloads.put(
                        message.getValue().get("name").asText(),
                        schema(nameIn(message.getValue().at("/payload/$ref").asText()))));
    }

    /** Reads the document of the project that the test runs in. */
    public static EventDescription read() {
        Path docs = Files.exists(Path.of("docs")) ? Path.of("docs") : Path.of("../docs");
        try {
            return new EventDescription(new ObjectMapper(new YAMLFactory())
                    .readTree(docs.resolve("events.asyncapi.yaml").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode document() {
        return document;
    }

    /** The types described, with their records' fields. */
    Map<String, JsonNode> schemasByType() {
        Map<String, JsonNode> schemas = new HashMap<>();
        document.at("/components/messages")
                .properties()
                .forEach(message -> schemas.put(
                        message.getValue().get("name").asText(),
                        document.at("/components/schemas/"
                                + nameIn(message.getValue().at("/payload/$ref").asText()))));
        return schemas;
    }

    /** The types that the channel of a topic lists. */
    List<String> typesOf(Owner owner) {
        return StreamSupport.stream(
                        document.at("/channels/" + owner.wireName() + "/messages")
                                .spliterator(),
                        false)
                .map(message -> nameIn(message.get("$ref").asText()))
                .map(name ->
                        document.at("/components/messages/" + name + "/name").asText())
                .toList();
    }

    /** What of a record is not as described; empty when all is well. */
    public List<String> violations(Map<String, String> recordHeaders, byte[] value) {
        JsonSchema payload = payloads.get(recordHeaders.get("ce_type"));
        if (payload == null) {
            return List.of("type is not described: " + recordHeaders.get("ce_type"));
        }
        try {
            return Stream.concat(
                            headers.validate(JSON.valueToTree(recordHeaders)).stream(),
                            payload.validate(JSON.readTree(value)).stream())
                    .map(ValidationMessage::getMessage)
                    .toList();
        } catch (IOException e) {
            return List.of("payload is no JSON");
        }
    }

    /** A schema that finds the others: references point into the same document. */
    private JsonSchema schema(String name) {
        ObjectNode schema = JSON.createObjectNode();
        schema.put("$ref", SCHEMAS + name);
        schema.set("components", document.get("components"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
    }

    private static String nameIn(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
