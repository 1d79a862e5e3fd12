package dev.dragoman.benchmarks.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
  @TempDir Path folder;

  @Test
  void whatIsNewGoneOrOtherIsFoundOutsideTheOutputFolder() throws IOException {
    Path gone = Files.writeString(folder.resolve("gone"), "1");
    Path other = Files.writeString(folder.resolve("other"), "1");
    Files.writeString(folder.resolve("same"), "1");
    Snapshot before = Snapshot.of(List.of(folder, folder.resolve("missing")));
    Files.delete(gone);
    Files.writeString(other, "12");
    Path out = Files.createDirectory(folder.resolve("out"));
    Files.writeString(out.resolve("file"), "1");
    Path made = Files.writeString(folder.resolve("made"), "1");

    assertThat(before.changes(Snapshot.of(List.of(folder)), out))
        .containsExactlyInAnyOrder(gone, other, made);
  }
}
