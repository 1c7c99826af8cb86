package io.beforehand.notification.contact;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The mail server by which people on call are reached. Without it, the outlet of the email account {@code default} is taken. */
@ConfigMapping(prefix = "beforehand.alert.smtp")
public interface AlertMailConfig {

    /** As an outlet's. None by default: who has an outlet for mail mostly wants alerts to go the same way. */
    Optional<String> url();

    /** As an outlet's. */
    Optional<String> secret();

    /** The sender; needed with the URL. A sender of its own lets people on call sort alerts from the rest. */
    Optional<String> from();
}
