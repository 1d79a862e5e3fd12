package dev.dragoman.generator.spec.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;

class PathTemplateFuzzTest {
  @FuzzTest
  @DictionaryFile(resourcePath = "/fuzz/documents.dict")
  void namesAndShapeFitAndNoPathLeavesTheServer(byte[] bytes) {
    String path = "/" + new String(bytes, StandardCharsets.UTF_8);
    String shape = PathTemplate.shape(path);
    assertThat(PathTemplate.names(shape)).isEmpty();
    assertThat(PathTemplate.shape(shape)).isEqualTo(shape);
    String renamed = path;
    for (String name : PathTemplate.names(path)) {
      assertThat(renamed).contains("{" + name + "}");
      renamed = renamed.replace("{" + name + "}", "{}");
    }
    assertThat(renamed).isEqualTo(shape);
    if (!PathTemplate.leavesServer(path)) {
      staysBelow(shape.replace("{}", "value"));
    }
  }

  /** As an HTTP client would resolve it. */
  private static void staysBelow(String path) {
    URI uri;
    try {
      uri = new URI("https://api.example/base" + path).normalize();
    } catch (URISyntaxException e) {
      // Characters that have to be encoded first; encoded, they part nothing.
      return;
    }
    assertThat(uri.getRawAuthority()).isEqualTo("api.example");
    assertThat(uri.getRawPath()).startsWith("/base/");
    assertThat(path.chars()).allMatch(c -> c >= ' ');
  }
}
