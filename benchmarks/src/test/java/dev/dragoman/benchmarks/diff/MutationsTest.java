package dev.dragoman.benchmarks.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MutationsTest {
  @TempDir Path folder;

  static List<Mutation> all() {
    return Mutations.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void isClassedAsItShouldBe(Mutation mutation) throws IOException {
    Path before = Files.writeString(folder.resolve("before.yaml"), mutation.before());
    Path after = Files.writeString(folder.resolve("after.yaml"), mutation.after());
    assertThat(DiffCommand.found(before, after)).isEqualTo(mutation.expected());
  }

  @Test
  void operationsThatComeAndGoAreListedByTheirRoutes() throws IOException {
    Mutation removal =
        all().stream()
            .filter(mutation -> mutation.name().equals("operation removed"))
            .findFirst()
            .orElseThrow();
    Path before = Files.writeString(folder.resolve("before.yaml"), removal.before());
    Path after = Files.writeString(folder.resolve("after.yaml"), removal.after());
    assertThat(DiffProbe.routes(DiffProbe.compare(before, after)))
        .singleElement()
        .asString()
        .startsWith("operation-removed\t");
    assertThat(DiffProbe.routes(DiffProbe.compare(after, before)))
        .singleElement()
        .asString()
        .startsWith("operation-added\t");
  }

  @Test
  void areNinePerVersion() {
    assertThat(all().stream().filter(mutation -> mutation.version().equals("3.0"))).hasSize(9);
    assertThat(all().stream().filter(mutation -> mutation.version().equals("3.1"))).hasSize(9);
  }
}
