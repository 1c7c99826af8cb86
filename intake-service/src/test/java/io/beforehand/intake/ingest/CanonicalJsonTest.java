package io.beforehand.intake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'a':1,'b':[true,null]} |   { 'b' : [ true , null ] , 'a' : 1 }",
                "1                       |   1.0",
                "100                     |   1e2",
                "0                       |   -0.00",
                "'\\u6797'               |   '林'",
                "{'x':{'b':1,'a':2}}     |   {'x':{'a':2,'b':1}}",
            })
    void whatMeansTheSameLooksTheSame(String one, String other) {
        assertThat(CanonicalJson.of(json(one))).isEqualTo(CanonicalJson.of(json(other)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "1            | '1'",
                "1            | 1.0000000000000000000001",
                "[1,2]        | [2,1]",
                "{'a':null}   | {}",
                "''           | null",
                "['a','b']    | ['a,b']",
                "'\\\\'       | '\\\"'",
                "1e999999     | 1e999998",
            })
    void whatMeansSomethingElseDoesNot(String one, String other) {
        assertThat(CanonicalJson.of(json(one))).isNotEqualTo(CanonicalJson.of(json(other)));
    }

    private static JsonNode json(String text) {
        return JsonTrees.read(text.strip().replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
