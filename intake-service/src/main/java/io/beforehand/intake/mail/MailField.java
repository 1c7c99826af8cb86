package io.beforehand.intake.mail;

/**
 * A header field of a mail.
 *
 * @param name in any case
 * @param value as it stands in the mail, or decoded already
 */
public record MailField(String name, String value) {

    /** A field with one address in it, whatever its name is made of. */
    public static MailField address(String field, String name, String address) {
        String shown = name.replace("\\", "\\\\").replace("\"", "\\\"");
        return new MailField(field, name.isBlank() ? "<" + address + ">" : "\"" + shown + "\" <" + address + ">");
    }
}
