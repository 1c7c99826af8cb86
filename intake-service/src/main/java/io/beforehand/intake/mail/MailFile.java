package io.beforehand.intake.mail;

import io.beforehand.intake.text.Shortened;
import io.beforehand.intake.text.Sound;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that came with a mail.
 *
 * @param mediaType in lower case, without parameters; what the sender says, so not to be trusted
 */
public record MailFile(@Nullable String name, String mediaType, byte[] content) {

    private static final int MAX_NAME = 256;
    private static final int MAX_TYPE = 100;

    static List<MailFile> of(Part root) {
        return root.all()
                .filter(part -> !part.type().isMultipart() && !part.isText())
                .map(part -> new MailFile(name(part), mediaType(part), part.content()))
                .toList();
    }

    private static @Nullable String name(Part part) {
        Optional<String> name = part.fileName();
        return name.map(text -> Shortened.to(MAX_NAME, Sound.line(text))).orElse(null);
    }

    private static String mediaType(Part part) {
        String type = part.type().value();
        return type.length() <= MAX_TYPE && type.matches("[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+")
                ? type
                : "application/octet-stream";
    }
}
