package io.beforehand.localstack;

import java.util.List;

/** PostgreSQL refuses to run as root, which containers and build machines often are. */
final class NotRoot {
    private static final List<String> PREFIX = work();

    private NotRoot() {}

    /** What to put before a command so that it does not see itself as root; nothing when we are not. */
    static List<String> prefix() {
        return PREFIX;
    }

    private static List<String> work() {
        if (!System.getProperty("user.name").equals("root")) {
            return List.of();
        }
        // In a user namespace of its own the process sees itself as nobody, and keeps its rights to its files.
        List<String> unshare = List.of("unshare", "--user", "--");
        if (Programs.find("unshare").isPresent()
                && Programs.run("unshare", "--user", "--", "true").succeeded()) {
            return unshare;
        }
        throw new LocalStackException(
                "PostgreSQL does not run as root, and this machine does not allow user namespaces (unshare --user): start it as another user.");
    }
}
