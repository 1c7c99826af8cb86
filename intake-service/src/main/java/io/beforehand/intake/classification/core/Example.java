package io.beforehand.intake.classification.core;

/** A text of which it is known what it is about. */
public record Example(String category, String text) {}
