package io.beforehand.events;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The names of event types: {@code io.beforehand.<owner>.<event>.v1}, the event in lower case with hyphens. */
public final class EventType {

    private static final Map<String, Class<? extends Event>> BY_NAME = new LinkedHashMap<>();
    private static final Map<Class<? extends Event>, String> BY_CLASS = new LinkedHashMap<>();

    static {
        register(Owner.REQUESTS, RequestEvent.class);
        register(Owner.ROUTING, RoutingEvent.class);
        register(Owner.SLA, SlaEvent.class);
        register(Owner.NOTIFICATIONS, NotificationEvent.class);
    }

    private EventType() {}

    /** Every type there is, by name. */
    public static Map<String, Class<? extends Event>> all() {
        return Collections.unmodifiableMap(BY_NAME);
    }

    /** The name of an event's type. */
    public static String nameOf(Event event) {
        String name = BY_CLASS.get(event.getClass());
        if (name == null) {
            throw new IllegalStateException("unregistered event " + event.getClass());
        }
        return name;
    }

    private static void register(Owner owner, Class<? extends Event> family) {
        for (Class<?> permitted : family.getPermittedSubclasses()) {
            Class<? extends Event> type = permitted.asSubclass(Event.class);
            String event =
                    type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
            String name = "io.beforehand." + owner.wireName() + "." + event + ".v1";
            BY_NAME.put(name, type);
            BY_CLASS.put(type, name);
        }
    }
}
