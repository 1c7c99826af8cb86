package io.beforehand.sla.promise.book;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Promises that come with the deployment. */
@ConfigMapping(prefix = "beforehand.sla.promises")
interface PromiseConfig {

    /** A YAML file with {@code calendars} and {@code policies}; without one, promises are changed over HTTP alone. */
    Optional<Path> file();

    /** How often to look whether the file has changed. A mounted ConfigMap follows its source within a minute anyway. */
    @WithDefault("5s")
    Duration lookEvery();

    /** How often to try a file that was refused: what it needs may come over HTTP, such as a calendar that it names. */
    @WithDefault("30s")
    Duration retryEvery();
}
