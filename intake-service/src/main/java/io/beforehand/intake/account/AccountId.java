package io.beforehand.intake.account;

import jakarta.persistence.Embeddable;

/** Names a channel account. */
@Embeddable
record AccountId(String kind, String account) {}
