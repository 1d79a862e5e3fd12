package dev.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.cli.NamedDocument;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheFolderTest {
  private static final NamedDocument DOCUMENT = NamedDocument.of("/a/lamps.yaml");
  private static final NamedDocument BELL = NamedDocument.of("/a/bell.json");

  @Test
  void eachSystemHasItsOwn() {
    assertThat(folder(Map.of(), "Linux")).startsWith("/home/me/.cache/dragoman/lamps-");
    assertThat(folder(Map.of("XDG_CACHE_HOME", "/var/cache/me"), "Linux"))
        .startsWith("/var/cache/me/dragoman/lamps-");
    assertThat(folder(Map.of("XDG_CACHE_HOME", "relative"), "Linux"))
        .startsWith("/home/me/.cache/");
    assertThat(folder(Map.of(), "Mac OS X")).startsWith("/home/me/Library/Caches/dragoman/");
    assertThat(folder(Map.of("LOCALAPPDATA", "/local"), "Windows 11"))
        .startsWith("/local/dragoman/");
  }

  @Test
  void documentsOfOneNameDoNotShareAFolder() {
    assertThat(folder(NamedDocument.of("/b/lamps.yaml"))).isNotEqualTo(folder(DOCUMENT));
  }

  @Test
  void severalDocumentsShareAFolder() {
    assertThat(folder(DOCUMENT, BELL))
        .contains("/lamps+bell-")
        .isNotEqualTo(folder(BELL, DOCUMENT));
    assertThat(folder(NamedDocument.of("Desk=/a/lamps.yaml"), BELL))
        .isNotEqualTo(folder(DOCUMENT, BELL));
    NamedDocument[] many = Collections.nCopies(90, DOCUMENT).toArray(NamedDocument[]::new);
    assertThat(Path.of(folder(many)).getFileName().toString()).hasSizeLessThan(200);
  }

  private static String folder(NamedDocument... documents) {
    return CacheFolder.of(List.of(documents), Map.of(), "Linux", "/home/me").toString();
  }

  private static String folder(Map<String, String> environment, String system) {
    return CacheFolder.of(List.of(DOCUMENT), environment, system, "/home/me").toString();
  }
}
