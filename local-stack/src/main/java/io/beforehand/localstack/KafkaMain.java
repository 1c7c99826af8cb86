package io.beforehand.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.Utils;

/**
 * The broker's process: what {@code kafka-storage.sh format} and {@code kafka-server-start.sh} do, in one JVM, plus a
 * file that appears when the broker serves requests.
 */
final class KafkaMain {
    private KafkaMain() {}

    /** @param arguments the broker's properties file, and the file to make when it is ready */
    public static void main(String[] arguments) throws IOException {
        Properties properties = Utils.loadProps(arguments[0]);
        if (!Files.exists(Path.of(properties.getProperty("log.dirs"), "meta.properties"))) {
            String[] format = {"format", "--cluster-id", Uuid.randomUuid().toString(), "--config", arguments[0]};
            if (StorageTool.execute(format, System.out) != 0) {
                System.exit(1);
            }
        }
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "kafka-shutdown"));
        server.startup();
        Files.createFile(Path.of(arguments[1]));
        server.awaitShutdown();
    }
}
