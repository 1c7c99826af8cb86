package io.beforehand.intake.mail;

/**
 * How much of a mail is looked at before it is refused.
 *
 * @param parts MIME parts of all levels at the most
 * @param depth multiparts within each other at the most
 * @param attachments files at the most
 */
public record MailLimits(int parts, int depth, int attachments) {

    public static final MailLimits DEFAULT = new MailLimits(500, 30, 50);
}
