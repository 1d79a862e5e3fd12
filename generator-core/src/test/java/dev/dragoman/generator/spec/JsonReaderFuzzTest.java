package dev.dragoman.generator.spec;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.dragoman.generator.spec.tree.ReaderFuzz;
import java.nio.charset.StandardCharsets;

class JsonReaderFuzzTest {
  @FuzzTest
  @DictionaryFile(resourcePath = "/fuzz/documents.dict")
  void anyJsonIsReadOrRefusedWithAPlace(byte[] bytes) {
    ReaderFuzz.read(bytes, "fuzz.json");
    ReaderFuzz.roundTrip(new String(bytes, StandardCharsets.UTF_8), "fuzz.json");
  }
}
