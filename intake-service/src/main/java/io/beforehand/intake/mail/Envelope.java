package io.beforehand.intake.mail;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the mail system that took a mail in knows of it beside its bytes.
 *
 * @param sender where bounces of it go; empty if nowhere, missing if that is not told
 * @param recipients the addresses it was delivered to, which hold the reply token
 * @param date when it was sent, for a mail that does not say so itself
 */
public record Envelope(
        @Nullable String sender,
        List<String> recipients,
        @Nullable String date,
        Checks checks) {

    public static final Envelope UNKNOWN = new Envelope(null, List.of(), null, Checks.UNKNOWN);

    public Envelope {
        recipients = List.copyOf(recipients);
    }

    /** The header together with what the envelope knows better or in addition. */
    Headers completing(Headers header) {
        List<Headers.Field> fields = new ArrayList<>();
        if (sender != null) {
            String bare = sender.strip();
            boolean nobody = bare.isEmpty() || bare.equals("<>");
            fields.add(new Headers.Field("return-path", nobody ? "<>" : bare));
        }
        fields.addAll(header.fields());
        recipients.forEach(recipient -> fields.add(new Headers.Field("envelope-to", recipient)));
        if (date != null) {
            fields.add(new Headers.Field("date", date));
        }
        return new Headers(fields);
    }

    /** Somebody who may not be who he says must not be answered by a machine. */
    Nature doubting(Nature nature) {
        return nature instanceof Nature.Person
                ? checks.doubt().<Nature>map(Nature.Machine::new).orElse(nature)
                : nature;
    }
}
