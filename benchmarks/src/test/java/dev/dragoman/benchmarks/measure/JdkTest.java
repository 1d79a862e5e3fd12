package dev.dragoman.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkTest {
  private static final int OWN = Runtime.version().feature();

  @TempDir Path folder;

  @Test
  void isAProgramOrItsHome() throws Exception {
    Path home = Path.of(System.getProperty("java.home"));
    assertThat(Jdk.at(home)).isEqualTo(Jdk.at(home.resolve("bin/java")));
    assertThat(Jdk.at(home).feature()).isEqualTo(OWN);
    assertThat(Jdk.at(home)).hasToString("Java " + OWN);
  }

  @Test
  void anythingElseIsRefused() {
    assertThatThrownBy(() -> Jdk.at(folder)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> Jdk.at(Path.of("/bin/sh"))).isInstanceOf(IOException.class);
  }

  @Test
  void findsOneOfEachVersion() throws Exception {
    assertThat(Jdk.found(List.of(OWN))).extracting(Jdk::feature).containsExactly(OWN);
    assertThat(Jdk.found(List.of(7))).isEmpty();
  }
}
