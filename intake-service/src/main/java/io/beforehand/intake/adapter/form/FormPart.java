package io.beforehand.intake.adapter.form;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A field or a file of a form. What charset its bytes are in is for the channel to say. */
public final class FormPart {

    private final String name;
    private final @Nullable String fileName;
    private final @Nullable String mediaType;
    private final byte[] body;
    private final int start;
    private final int end;

    /** @param body of which the content is from {@code start} up to {@code end}; it is copied when it is asked for */
    FormPart(String name, @Nullable String fileName, @Nullable String mediaType, byte[] body, int start, int end) {
        Objects.checkFromToIndex(start, end, body.length);
        this.name = name;
        this.fileName = fileName;
        this.mediaType = mediaType;
        this.body = body;
        this.start = start;
        this.end = end;
    }

    public String name() {
        return name;
    }

    /** What its sender calls the file; missing for a field. */
    public @Nullable String fileName() {
        return fileName;
    }

    /** As it was declared; missing where it was not. */
    public @Nullable String mediaType() {
        return mediaType;
    }

    public byte[] content() {
        return Arrays.copyOfRange(body, start, end);
    }

    /** As UTF-8. */
    public String text() {
        return new String(body, start, end - start, StandardCharsets.UTF_8);
    }

    /** Without what it says. */
    @Override
    public String toString() {
        return "FormPart";
    }
}
