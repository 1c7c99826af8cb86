package io.beforehand.localstack.demo;

import io.beforehand.events.Channel;
import java.time.Duration;

/**
 * One request as it is planned.
 *
 * @param index counts the requests of a run from 0
 * @param at since the beginning of the run
 */
record Story(int index, Duration at, Customer customer, Channel channel, Letter letter, Course course) {}
