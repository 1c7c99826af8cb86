package io.beforehand.localstack.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalStackResourceTest {
    @Test
    void everyTestOfAJvmGetsTheSameRunningBrokerAndDatabase() throws SQLException {
        // When
        Map<String, String> first = new LocalStackResource().start();
        Map<String, String> second = new LocalStackResource().start();

        // Then
        assertThat(second).isEqualTo(first).containsKeys("kafka.bootstrap.servers", "beforehand.database.port");
        assertThat(LocalStackResource.kafka().running()).isTrue();
        try (var connection = LocalStackResource.postgres().connect("notification")) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }
}
