package io.beforehand.benchmarks.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/** The results for programs. */
public final class ReportFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReportFile() {}

    /** @return the file, named by the benchmark and the moment of the run */
    public static Path write(String benchmark, String at, Object results, Path folder) throws IOException {
        Path file = folder.resolve(benchmark + "-" + at.replaceAll("[:-]", "") + ".json");
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), results);
        return file;
    }
}
