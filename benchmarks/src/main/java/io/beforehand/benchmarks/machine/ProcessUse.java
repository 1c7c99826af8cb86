package io.beforehand.benchmarks.machine;

/**
 * What one part took during a phase.
 *
 * @param cpuSeconds of one core
 * @param meanMb resident, averaged over the phase
 * @param peakMb resident, the largest seen
 */
public record ProcessUse(String name, double cpuSeconds, double meanMb, double peakMb) {}
