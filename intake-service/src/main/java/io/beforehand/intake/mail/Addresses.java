package io.beforehand.intake.mail;

import io.beforehand.intake.text.Shortened;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.util.ByteArrayBuffer;
import org.apache.james.mime4j.util.ByteSequence;
import org.jspecify.annotations.Nullable;

/** Reads the addresses of a field. */
final class Addresses {

    private static final int MAX_ADDRESS = 254;
    private static final int MAX_NAME = 256;

    private Addresses() {}

    /** Those that can be addresses; what cannot is passed over. */
    static List<Address> of(String unfolded) {
        // Given as characters, the parser would stop short by as many bytes as UTF-8 needs more.
        byte[] bytes = unfolded.getBytes(StandardCharsets.UTF_8);
        ByteSequence field = new ByteArrayBuffer(bytes, true);
        return LenientAddressParser.DEFAULT
                .parseAddressList(field, new ParserCursor(0, bytes.length))
                .flatten()
                .stream()
                .flatMap(mailbox -> address(mailbox).stream())
                .toList();
    }

    private static Optional<Address> address(Mailbox mailbox) {
        String address = mailbox.getAddress().strip().toLowerCase(Locale.ROOT);
        boolean sound = mailbox.getDomain() != null
                && !address.startsWith("@")
                && !address.endsWith("@")
                && address.length() <= MAX_ADDRESS
                && address.codePoints().noneMatch(c -> c <= ' ' || c == 0x7f);
        return sound ? Optional.of(new Address(address, name(mailbox.getName()))) : Optional.empty();
    }

    private static @Nullable String name(@Nullable String name) {
        String shown = name == null ? "" : HeaderText.shown(name);
        return shown.isEmpty() ? null : Shortened.to(MAX_NAME, shown);
    }
}
