package io.beforehand.events;

/** x. */
public enum Owner {
    A,
    B;

    static boolean t(Object o) {
        return switch (o) {
            case String _ -> true;
            default -> false;
        };
    }
}
