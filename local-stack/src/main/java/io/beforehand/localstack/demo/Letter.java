package io.beforehand.localstack.demo;

import io.beforehand.events.Priority;

/** What a customer wants, in his words. */
record Letter(String locale, String category, Priority priority, String subject, String text) {}
