package io.beforehand.localstack.up;

import io.beforehand.localstack.LocalStackException;
import io.beforehand.localstack.Ports;
import io.beforehand.localstack.StackPorts;
import java.util.HashMap;
import java.util.Map;

/** What would keep the stack from coming up, told in one sentence before anything is started. */
final class Preflight {
    private Preflight() {}

    static void checkPorts(StackPorts ports) {
        Map<Integer, String> taken = new HashMap<>();
        ports.byVariable().forEach((variable, port) -> {
            String other = taken.putIfAbsent(port, variable);
            if (other != null) {
                throw new LocalStackException("Port " + port + " is wanted twice: set " + other + " and " + variable
                        + " to different ports.");
            }
            if (!Ports.isFree(port)) {
                throw new LocalStackException("Port " + port + ", meant for " + nameOf(variable) + ", is in use"
                        + PortOwner.of(port).map(owner -> " by " + owner).orElse("")
                        + ": stop what uses it, or set " + variable + " to another port.");
            }
        });
    }

    private static String nameOf(String variable) {
        return switch (variable) {
            case "BEFOREHAND_POSTGRES_PORT" -> "PostgreSQL";
            case "BEFOREHAND_KAFKA_PORT" -> "Kafka";
            case "BEFOREHAND_INTAKE_PORT" -> "the intake service";
            case "BEFOREHAND_ROUTING_PORT" -> "the routing service";
            case "BEFOREHAND_SLA_PORT" -> "the sla-timer service";
            case "BEFOREHAND_NOTIFICATION_PORT" -> "the notification service";
            case "BEFOREHAND_SMTP_PORT" -> "the mail sink";
            default -> "the webhook sink";
        };
    }
}
