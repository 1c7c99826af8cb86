package io.beforehand.intake.adapter.cti;

import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Blocks of Asterisk's manager interface: lines of a name and a value, an empty line after each block. Answers are left out. */
final class AmiBlocks {

    private static final int MAX_LINES = 10_000;

    private AmiBlocks() {}

    static List<ChannelEvent> read(String text) {
        List<ChannelEvent> events = new ArrayList<>();
        Map<String, String> block = new HashMap<>();
        String[] lines = text.split("\r?\n", MAX_LINES + 1);
        if (lines.length > MAX_LINES) {
            throw new MalformedDeliveryException("more than " + MAX_LINES + " lines");
        }
        for (String line : lines) {
            if (line.isBlank()) {
                end(block, events);
            } else {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    block.putIfAbsent(
                            line.substring(0, colon).strip(),
                            line.substring(colon + 1).strip());
                }
            }
        }
        end(block, events);
        if (events.isEmpty()) {
            throw new MalformedDeliveryException("no event");
        }
        return events;
    }

    private static void end(Map<String, String> block, List<ChannelEvent> events) {
        if (block.containsKey("Event")) {
            events.add(new AmiEvent(Map.copyOf(block)).read());
        }
        block.clear();
    }
}
