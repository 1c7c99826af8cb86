package io.beforehand.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcTest {
    private static final String STAT =
            "4711 (postgres: (a) b) S 1 4711 4711 0 -1 4194560 1000 2000 0 0 150 50 300 100 20 0 1 0 99 1000 10";

    @Test
    void processorTimeIsReadWhateverTheProcessIsCalled() {
        assertThat(Proc.cpuSeconds(STAT, false)).isEqualTo(2.0);
        assertThat(Proc.cpuSeconds(STAT, true)).isEqualTo(6.0);
    }

    @Test
    void aSystemIsBusyWhenItIsNeitherIdleNorWaitingForADisk() {
        assertThat(Proc.busySeconds("cpu  100 10 50 9000 800 5 15 20 0 0\ncpu0 1 1 1 1 1 1 1 1 0 0\n"))
                .isEqualTo(2.0);
    }

    @Test
    void memoryIsReadInMegabytes() {
        assertThat(Proc.megabytes("Name:\tjava\nVmHWM:\t  409600 kB\nVmRSS:\t  204800 kB\n", "VmRSS"))
                .isEqualTo(200);
        assertThat(Proc.megabytes("Name:\tjava\n", "VmRSS")).isZero();
    }
}
