package io.beforehand.localstack.demo;

import java.time.Instant;

/**
 * One piece of news.
 *
 * @param number of the request; empty where it is about none
 * @param text a whole statement, never cut
 * @param quote what somebody wrote, cut to what fits; empty for none
 */
record Line(Instant at, String number, Label label, String text, String quote) {}
