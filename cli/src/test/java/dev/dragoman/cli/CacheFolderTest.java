package dev.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheFolderTest {
  private static final Path DOCUMENT = Path.of("/a/lamps.yaml");

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
    assertThat(CacheFolder.of(Path.of("/b/lamps.yaml"), Map.of(), "Linux", "/home/me"))
        .isNotEqualTo(CacheFolder.of(DOCUMENT, Map.of(), "Linux", "/home/me"));
  }

  private static String folder(Map<String, String> environment, String system) {
    return CacheFolder.of(DOCUMENT, environment, system, "/home/me").toString();
  }
}
