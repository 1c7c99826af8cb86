package io.beforehand.intake.channel;

import io.beforehand.events.TraceContext;
import io.beforehand.intake.account.Gate;

/** Around a delivery: whose account it came to. */
record Envelope(String account, Gate gate, TraceContext trace) {}
