/**
 * Texts of strangers, made fit to be stored and shown. Mails and what channels tell by their webhooks go through here; what callers can
 * send better is refused instead (package {@code ingest}).
 */
@NullMarked
package io.beforehand.intake.text;

import org.jspecify.annotations.NullMarked;
