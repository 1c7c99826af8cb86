package io.beforehand.http.security;

/** The roles there are. An endpoint that names none and is not {@code @PermitAll} admits nobody. */
public final class Roles {

    /** Whoever runs Beforehand, and the tools that speak for them. */
    public static final String OPERATOR = "operator";

    private Roles() {}
}
