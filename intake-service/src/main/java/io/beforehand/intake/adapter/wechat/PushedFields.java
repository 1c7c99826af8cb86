package io.beforehand.intake.adapter.wechat;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.Limits;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The fields of a push, of XML or, for mini programs that are set so, of JSON. What lies deeper goes by its path, such as {@code
 * Video/MediaId}; of a repeated field the first counts, and an empty one is none.
 */
record PushedFields(Map<String, String> values) {

    /** @throws MalformedDeliveryException also for a document type: nobody who means well sends one */
    static PushedFields read(byte[] body) {
        return body.length > 0 && body[0] == '{' ? json(JsonBody.object(body)) : xml(body);
    }

    static PushedFields read(String body) {
        return read(body.getBytes(StandardCharsets.UTF_8));
    }

    Optional<String> get(String field) {
        return Optional.ofNullable(values.get(field));
    }

    /** @throws MalformedDeliveryException if there is none */
    String required(String field) {
        return get(field).orElseThrow(() -> new MalformedDeliveryException(field + " is missing"));
    }

    private static PushedFields json(JsonNode object) {
        Map<String, String> values = new HashMap<>();
        object.properties().forEach(field -> {
            String text = JsonBody.text(field.getValue());
            if (text != null) {
                values.put(field.getKey(), text);
            }
        });
        return new PushedFields(Map.copyOf(values));
    }

    private static PushedFields xml(byte[] body) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // As text: of bytes that are none the reader complains on the standard error output.
        StringReader text = new StringReader(new String(body, StandardCharsets.UTF_8));
        try {
            return new PushedFields(Map.copyOf(fields(factory.createXMLStreamReader(text))));
        } catch (XMLStreamException _) {
            throw new MalformedDeliveryException("the body is no XML");
        }
    }

    private static Map<String, String> fields(XMLStreamReader reader) throws XMLStreamException {
        Map<String, String> values = new HashMap<>();
        Deque<String> path = new ArrayDeque<>();
        StringBuilder text = new StringBuilder();
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    path.addLast(below(path, reader.getLocalName()));
                    text.setLength(0);
                    elements++;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    String field = path.removeLast();
                    if (!text.toString().isBlank()) {
                        values.putIfAbsent(field, text.toString());
                    }
                    text.setLength(0);
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new MalformedDeliveryException("a document type");
                default -> {}
            }
            if (path.size() > Limits.XML_DEPTH || elements > Limits.XML_ELEMENTS) {
                throw new MalformedDeliveryException("more fields than anybody sends");
            }
        }
        return values;
    }

    private static String below(Deque<String> path, String name) {
        return switch (path.size()) {
            case 0 -> "";
            case 1 -> name;
            default -> path.getLast() + "/" + name;
        };
    }
}
