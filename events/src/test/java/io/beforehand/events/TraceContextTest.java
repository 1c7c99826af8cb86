package io.beforehand.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

    @Test
    void aNextStepStaysInItsTrace() {
        // Given
        TraceContext trace = TraceContext.start();

        // When
        TraceContext next = trace.next();

        // Then
        assertThat(next.traceparent()).startsWith(trace.traceparent().substring(0, 36));
        assertThat(next).isNotEqualTo(trace);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-extra",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-B7AD6B7169203331-01",
                "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
            })
    void aHeaderThatIsNoTraceparentIsIgnored(String header) {
        assertThat(TraceContext.parse(header)).isEmpty();
    }
}
