package io.beforehand.intake.mail;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Message-IDs as they stand in fields, without their angle brackets. Comments and words around them are passed over. */
final class MessageIds {

    private static final int MAX_ID = 250;

    /** Longer threads keep their root and the latest: what an answer needs. */
    private static final int MAX_IDS = 30;

    private static final Pattern ID = Pattern.compile("<\\s*([^<>\\s]{1,998})\\s*>");

    private MessageIds() {}

    static List<String> of(List<String> fields) {
        Set<String> ids = new LinkedHashSet<>();
        for (String field : fields) {
            Matcher id = ID.matcher(field);
            while (id.find()) {
                if (id.group(1).length() <= MAX_ID) {
                    ids.add(id.group(1));
                }
            }
        }
        List<String> all = new ArrayList<>(ids);
        if (all.size() > MAX_IDS) {
            all.subList(1, all.size() - MAX_IDS + 1).clear();
        }
        return List.copyOf(all);
    }
}
