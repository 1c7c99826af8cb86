package io.beforehand.localstack;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which port each part of the stack listens on. */
public record StackPorts(int kafka, int postgres, int sink, int smtp, Map<Service, Integer> services) {
    private static final int KAFKA = 9092;
    private static final int POSTGRES = 5433;
    private static final int SINK = 8025;
    private static final int SMTP = 3025;

    public StackPorts {
        services = Map.copyOf(services);
        for (Service service : Service.values()) {
            if (!services.containsKey(service)) {
                throw new IllegalArgumentException("no port for " + service);
            }
        }
    }

    /** The usual ports, each unless an environment variable like {@code BEFOREHAND_SLA_PORT} says otherwise. */
    public static StackPorts from(Map<String, String> environment) {
        Map<Service, Integer> services = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            services.put(service, port(environment, variable(service.name()), service.usualPort()));
        }
        return new StackPorts(
                port(environment, variable("KAFKA"), KAFKA),
                port(environment, variable("POSTGRES"), POSTGRES),
                port(environment, variable("SINK"), SINK),
                port(environment, variable("SMTP"), SMTP),
                services);
    }

    /** Ports that are free now. */
    public static StackPorts free() {
        Map<Service, Integer> services = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            services.put(service, Ports.free());
        }
        return new StackPorts(Ports.free(), Ports.free(), Ports.free(), Ports.free(), services);
    }

    public int of(Service service) {
        return Objects.requireNonNull(services.get(service));
    }

    /** Every port by the environment variable that changes it. */
    public Map<String, Integer> byVariable() {
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put(variable("POSTGRES"), postgres);
        all.put(variable("KAFKA"), kafka);
        for (Service service : Service.values()) {
            all.put(variable(service.name()), of(service));
        }
        all.put(variable("SINK"), sink);
        all.put(variable("SMTP"), smtp);
        return all;
    }

    private static String variable(String part) {
        return "BEFOREHAND_" + part + "_PORT";
    }

    private static int port(Map<String, String> environment, String variable, int usual) {
        @Nullable String value = environment.get(variable);
        if (value == null || value.isBlank()) {
            return usual;
        }
        if (!value.strip().matches("[0-9]{1,5}") || Integer.parseInt(value.strip()) > 65_535) {
            throw new LocalStackException(variable + " must be a port between 1 and 65535, but is " + value + ".");
        }
        return Integer.parseInt(value.strip());
    }
}
