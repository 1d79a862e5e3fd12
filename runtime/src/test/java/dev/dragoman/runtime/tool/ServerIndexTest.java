package dev.dragoman.runtime.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.search.SearchIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerIndexTest {
  @TempDir Path folder;

  private ServerIndex index() {
    Class<?> anchor = TrackerResources.anchorIn(folder);
    return new ServerIndex(TrackerApi.definition(anchor).build());
  }

  @Test
  void whereThereIsNothingToLearnWordsAreAll() throws IOException {
    TrackerResources.write(folder);
    ServerIndex index = index();
    assertThat(index.get()).isSameAs(index.get());
  }

  @Test
  void vectorsWithoutAnEncoderChangeNothing() throws Exception {
    TrackerResources.write(folder);
    Files.write(folder.resolve(TrackerApi.ROOT).resolve(ServerIndex.VECTORS), new byte[] {1});
    ServerIndex index = index();
    SearchIndex words = index.get();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("search-meaning")) {
        thread.join();
      }
    }
    assertThat(index.get()).isSameAs(words);
  }
}
