package io.github.partnercenter4j.benchmarks;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The results of one run. */
final class Summary {
    private final List<Row> rows = new ArrayList<>();

    void add(Row row) {
        rows.add(row);
        System.out.println(row.line());
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    static List<Row> read(Path file) throws IOException {
        return JsonMapper.builder().build().readValue(file.toFile(), new TypeReference<>() {});
    }

    void write(Path file) throws IOException {
        JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValue(file.toFile(), rows);
    }
}
