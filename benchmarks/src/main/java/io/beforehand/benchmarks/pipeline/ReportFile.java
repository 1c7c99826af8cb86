package io.beforehand.benchmarks.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/** The results for programs. */
final class ReportFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReportFile() {}

    /** @return the file, named by the moment of the run */
    static Path write(Results results, Path folder) throws IOException {
        Path file = folder.resolve("pipeline-" + results.at().replaceAll("[:-]", "") + ".json");
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), results);
        return file;
    }
}
