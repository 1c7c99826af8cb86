package io.beforehand.intake.adapter.form;

import io.beforehand.intake.adapter.Limits;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads {@code application/x-www-form-urlencoded} into bytes: a raw mail in a form need not be UTF-8. */
final class UrlEncoded {

    private UrlEncoded() {}

    static List<FormPart> read(byte[] body) {
        List<FormPart> parts = new ArrayList<>();
        int start = 0;
        while (start < body.length) {
            int end = indexOf(body, '&', start, body.length);
            if (end > start) {
                if (parts.size() == Limits.FORM_FIELDS) {
                    throw new MalformedDeliveryException("more than " + Limits.FORM_FIELDS + " fields");
                }
                parts.add(part(body, start, end));
            }
            start = end + 1;
        }
        return parts;
    }

    private static FormPart part(byte[] body, int start, int end) {
        int equals = indexOf(body, '=', start, end);
        byte[] value = decoded(body, Math.min(equals + 1, end), end);
        String name = new String(decoded(body, start, equals), StandardCharsets.UTF_8);
        return new FormPart(name, null, null, value, 0, value.length);
    }

    private static byte[] decoded(byte[] body, int start, int end) {
        byte[] bytes = new byte[end - start];
        int size = 0;
        for (int i = start; i < end; i++) {
            if (body[i] == '%') {
                if (i + 2 >= end) {
                    throw new MalformedDeliveryException("a field is not URL-encoded");
                }
                bytes[size++] = (byte) (digit(body[i + 1]) << 4 | digit(body[i + 2]));
                i += 2;
            } else {
                bytes[size++] = body[i] == '+' ? (byte) ' ' : body[i];
            }
        }
        return Arrays.copyOf(bytes, size);
    }

    private static int digit(byte hexadecimal) {
        int digit = Character.digit(hexadecimal, 16);
        if (digit < 0) {
            throw new MalformedDeliveryException("a field is not URL-encoded");
        }
        return digit;
    }

    private static int indexOf(byte[] body, char wanted, int from, int end) {
        int at = from;
        while (at < end && body[at] != wanted) {
            at++;
        }
        return at;
    }
}
