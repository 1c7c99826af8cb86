package io.beforehand.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void nobodyIsGivenThePortThatAnotherHasNotBegunToListenOn() {
        // When
        var ports = Stream.generate(Ports::free).limit(300).toList();

        // Then
        assertThat(ports).doesNotHaveDuplicates();
    }
}
