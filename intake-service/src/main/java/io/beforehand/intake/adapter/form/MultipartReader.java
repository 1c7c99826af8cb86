package io.beforehand.intake.adapter.form;

import io.beforehand.intake.adapter.Limits;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code multipart/form-data}, strictly: lines of the frame end with CR LF, each part has a name, the last boundary is
 * there. What is between boundaries is not looked at.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578</a>
 */
final class MultipartReader {

    private static final Pattern BOUNDARY =
            Pattern.compile("(?i);\\s*boundary=(?:\"([^\"\\r\\n]{1,70})\"|([^\\s;\"]{1,70}))");
    private static final Pattern PARAMETER =
            Pattern.compile("(?i);\\s*(name|filename)=(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|([^\\s;\"]*))");
    private static final byte[] END_OF_HEADER = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final byte[] body;
    private final byte[] delimiter;

    MultipartReader(byte[] body, String contentType) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw new MalformedDeliveryException("the form has no boundary");
        }
        String value = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        this.body = body;
        this.delimiter = ("\r\n--" + value).getBytes(StandardCharsets.UTF_8);
    }

    List<FormPart> read() {
        List<FormPart> parts = new ArrayList<>();
        int at = afterFirstBoundary();
        while (!isAt(at, "--")) {
            if (parts.size() == Limits.FORM_PARTS) {
                throw new MalformedDeliveryException("more than " + Limits.FORM_PARTS + " parts");
            }
            int header = afterLine(at);
            int content = endOfHeader(header) + END_OF_HEADER.length;
            // The line end before a boundary belongs to it, also where the part is empty.
            int end = boundary(content - 2);
            parts.add(part(header, content, Math.max(content, end)));
            at = end + delimiter.length;
        }
        return parts;
    }

    private int afterFirstBoundary() {
        if (isAt(0, new String(delimiter, 2, delimiter.length - 2, StandardCharsets.UTF_8))) {
            return delimiter.length - 2;
        }
        return boundary(0) + delimiter.length;
    }

    /** The next boundary; a longer word that begins like it is none. */
    private int boundary(int from) {
        int at = indexOf(delimiter, from, body.length);
        while (at >= 0 && !endsThere(at + delimiter.length)) {
            at = indexOf(delimiter, at + 1, body.length);
        }
        if (at < 0) {
            throw new MalformedDeliveryException("the form breaks off");
        }
        return at;
    }

    private boolean endsThere(int at) {
        return isAt(at, "--") || isAt(at, "\r\n") || isAt(at, " ") || isAt(at, "\t");
    }

    /** The end of the line of a boundary, on which nothing but white space may stand. */
    private int afterLine(int from) {
        int at = from;
        while (at < body.length && (body[at] == ' ' || body[at] == '\t')) {
            at++;
        }
        if (!isAt(at, "\r\n")) {
            throw new MalformedDeliveryException("a boundary has no end");
        }
        return at + 2;
    }

    private int endOfHeader(int from) {
        int end = indexOf(END_OF_HEADER, from, Math.min(body.length, from + Limits.PART_HEADER));
        if (end < 0) {
            throw new MalformedDeliveryException("a part of the form has no header");
        }
        return end;
    }

    private FormPart part(int header, int content, int end) {
        Map<String, String> fields =
                fields(new String(body, header, content - END_OF_HEADER.length - header, StandardCharsets.UTF_8));
        Map<String, String> parameters = parameters(fields.getOrDefault("content-disposition", ""));
        String name = parameters.get("name");
        if (name == null) {
            throw new MalformedDeliveryException("a part of the form has no name");
        }
        return new FormPart(name, parameters.get("filename"), fields.get("content-type"), body, content, end);
    }

    private static Map<String, String> fields(String header) {
        Map<String, String> fields = new HashMap<>();
        for (String line : header.split("\r\n(?![ \t])")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return fields;
    }

    private static Map<String, String> parameters(String field) {
        Map<String, String> parameters = new HashMap<>();
        Matcher parameter = PARAMETER.matcher(field);
        while (parameter.find()) {
            String quoted = parameter.group(2);
            parameters.putIfAbsent(
                    parameter.group(1).toLowerCase(Locale.ROOT),
                    quoted == null ? parameter.group(3) : quoted.replaceAll("\\\\([\"\\\\])", "$1"));
        }
        return parameters;
    }

    private boolean isAt(int at, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        return at + wanted.length <= body.length
                && Arrays.equals(body, at, at + wanted.length, wanted, 0, wanted.length);
    }

    private int indexOf(byte[] wanted, int from, int to) {
        for (int at = from; at <= to - wanted.length; at++) {
            if (body[at] == wanted[0] && Arrays.equals(body, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }
}
