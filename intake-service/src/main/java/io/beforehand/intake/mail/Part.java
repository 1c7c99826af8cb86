package io.beforehand.intake.mail;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A MIME part and those within it.
 *
 * @param content its bytes, transfer encoding undone; empty for a multipart
 * @param parts of a multipart; a mail within a mail is content, not parts
 */
record Part(Headers headers, MediaType type, byte[] content, List<Part> parts) {

    Part {
        parts = List.copyOf(parts);
    }

    /** What its sender calls the file; the type's older parameter first, as some programs cut the other short. */
    Optional<String> fileName() {
        return type.parameter("name")
                .or(() -> disposition().flatMap(disposition -> disposition.parameter("filename")))
                .map(HeaderText::decoded)
                .map(name -> name.substring(1 + Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'))))
                .filter(name -> !name.isBlank());
    }

    /** Whether it is there to be read with the mail, as far as it says. */
    boolean isText() {
        return (type.is("text/plain") || type.is("text/html"))
                && fileName().isEmpty()
                && disposition().filter(d -> d.is("attachment")).isEmpty();
    }

    /** This part and all within it, in their order. */
    Stream<Part> all() {
        return Stream.concat(Stream.of(this), parts.stream().flatMap(Part::all));
    }

    private Optional<MediaType> disposition() {
        return headers.first("content-disposition").map(field -> MediaType.parse("Content-Disposition", field));
    }
}
