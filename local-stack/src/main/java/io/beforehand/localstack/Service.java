package io.beforehand.localstack;

/** The services of Beforehand, in the order a request meets them. */
public enum Service {
    INTAKE("intake", "intake-service", 8081),
    ROUTING("routing", "routing-service", 8082),
    SLA("sla", "sla-timer-service", 8083),
    NOTIFICATION("notification", "notification-service", 8084);

    private final String id;
    private final String module;
    private final int usualPort;

    Service(String id, String module, int usualPort) {
        this.id = id;
        this.module = module;
        this.usualPort = usualPort;
    }

    /** Its name in URLs; its database and role are called the same. */
    public String id() {
        return id;
    }

    /** Its folder in the project. */
    public String module() {
        return module;
    }

    public int usualPort() {
        return usualPort;
    }
}
