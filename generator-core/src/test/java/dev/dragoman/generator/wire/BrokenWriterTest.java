package dev.dragoman.generator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.testing.AlteredRuntime;
import dev.dragoman.generator.testing.WireTests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The generated tests notice a runtime that writes requests wrongly. One class of it is compiled
 * with a fault; a generator on that runtime expects what it would expect anyway, and the tests fail
 * on it.
 */
class BrokenWriterTest {
  private static final Path STYLES = Path.of("src/test/resources/plan/styles.yaml");

  @TempDir static Path server;
  private static WireTests tests;

  @TempDir Path folder;

  @BeforeAll
  static void generate() throws IOException {
    tests = WireTests.generate(STYLES, server).compile();
  }

  @Test
  void everyOperationHasATestAndEachPasses() throws Exception {
    assertThat(tests.failures()).isEmpty();
    assertThat(tests.count()).isEqualTo(16);
  }

  /** What is noticed below is the fault and not the way it gets there. */
  @Test
  void aCopyWithoutAFaultPasses() throws Exception {
    try (AlteredRuntime runtime = AlteredRuntime.of("PercentEncoding", "%", "%")) {
      assertThat(tests.failures(runtime)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      quoteCharacter = '~',
      value = {
        "PercentEncoding ^ STRICT(\"-._~\", false) ^ STRICT(\"-._~,\", false)",
        "PercentEncoding ^ STRICT(\"-._~\", false) ^ STRICT(\"-._\", false)",
        "PercentEncoding ^ RESERVED_IN_QUERY(\"-._~:/?@ ^ RESERVED_IN_QUERY(\"-._~:/?&@",
        "PercentEncoding ^ RESERVED_IN_PATH(\"-._~:@ ^ RESERVED_IN_PATH(\"-._~:/@",
        "PercentEncoding ^ encoded.append('+') ^ encoded.append(\"%20\")",
        "PercentEncoding ^ text.getBytes(UTF_8) ^ text.toLowerCase(java.util.Locale.ROOT).getBytes(UTF_8)",
        "PathTemplate ^ literals.encode(literal.text()) ^ literal.text().replace(\" \", \"+\")",
        "SegmentWriter ^ style.explode() ? \".\" : \",\" ^ \",\"",
        "SegmentWriter ^ explode && value.isObject() ^ value.isArray() && value.isObject()",
        "SegmentWriter ^ value.isValueNode() || !explode ^ !explode || explode",
        "SegmentWriter ^ JsonWriter.writeAscii(value) ^ JsonWriter.writeAscii(value).replace(\":\", \": \")",
        "FieldWriter ^ else if (!style.explode()) ^ else if (style.explode())",
        "FieldWriter ^ values.encode(\"|\") ^ \"|\"",
        "FieldWriter ^ values.encode(\" \") ^ \"+\"",
        "FieldWriter ^ \"[\" + key + \"]\" ^ \".\" + key",
        "FieldWriter ^ \"[\" + index + \"]\" ^ \"[]\"",
        "FormBody ^ FieldWriter(PercentEncoding.STRICT, PercentEncoding.STRICT) ^ FieldWriter(PercentEncoding.NONE, PercentEncoding.NONE)",
        "FormBody ^ Collectors.joining(\"&\") ^ Collectors.joining(\";\")",
        "FormBody ^ json ? JsonWriter.write(item) ^ !json ? JsonWriter.write(item)",
        "MultipartBody ^ \"application/json\", JsonWriter ^ \"text/plain\", JsonWriter",
        "MultipartBody ^ form-data; name=\\\" ^ form-data; field=\\\"",
        "MultipartBody ^ \"\\r\\n\\r\\n\" ^ \"\\n\\n\"",
        "MultipartBody ^ .or(() -> encoding.fileType(file.filename(), content)) ^ ~~",
        "JsonWriter ^ return plain(number.decimalValue()); ^ return plain(number.decimalValue().stripTrailingZeros());",
        "JsonWriter ^ private static final JsonFactory GENERATORS = new JsonFactory(); ^ private static final JsonFactory GENERATORS = JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();",
        "JsonLines ^ JsonWriter.write(value) + \"\\n\" ^ JsonWriter.write(value) + \",\"",
        "RequestValues ^ value.isContainer() ? JsonWriter.write(value) ^ value.isContainer() ? \"\"",
        "BodyWriter ^ \"; charset=utf-8\" ^ \"; charset=latin1\"",
        "BodyWriter ^ bytes.orElseGet(() -> new byte[0]) ^ base64.getBytes(UTF_8)",
        "ApiRequest ^ PercentEncoding.RESERVED : PercentEncoding.STRICT; ^ PercentEncoding.RESERVED : PercentEncoding.NONE;",
        "ApiRequest ^ FormBody.join(query) ^ FormBody.join(query).replace(\"%20\", \"+\")",
      })
  void aBrokenWriterIsNoticed(String className, String right, String wrong) throws Exception {
    try (AlteredRuntime runtime = AlteredRuntime.of(className, right, wrong)) {
      Map<String, String> generated = runtime.generate(STYLES, folder.resolve("generated"));
      assertThat(generated).isEqualTo(tests.sources());
      assertThat(tests.failures(runtime)).isNotEmpty();
    }
  }
}
