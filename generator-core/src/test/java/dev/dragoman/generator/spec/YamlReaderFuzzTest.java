package dev.dragoman.generator.spec;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.dragoman.generator.spec.tree.ReaderFuzz;
import java.nio.charset.StandardCharsets;

class YamlReaderFuzzTest {
  @FuzzTest
  @DictionaryFile(resourcePath = "/fuzz/documents.dict")
  void anyYamlIsReadOrRefusedWithAPlace(byte[] bytes) {
    ReaderFuzz.read(bytes, "fuzz.yaml");
    ReaderFuzz.roundTrip(new String(bytes, StandardCharsets.UTF_8), "fuzz.yaml");
  }
}
