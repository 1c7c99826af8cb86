package io.beforehand.intake.request.core;

/** Names one reported event among all that were ever reported. */
public record EventKey(String source, String id) {}
