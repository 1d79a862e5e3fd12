package dev.dragoman.benchmarks.soak;

import dev.dragoman.benchmarks.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** The hostile scripts that the tests of the script module run, too. */
final class HostileScripts {
  private HostileScripts() {}

  /** A script with its name in the table. */
  record Script(String name, String source) {}

  static List<Script> read() throws IOException {
    String table =
        Files.readString(
            Home.path("script/src/test/resources/dev/dragoman/script/hostile.txt"),
            StandardCharsets.UTF_8);
    List<Script> scripts = new ArrayList<>();
    for (String entry : table.split("(?m)^### ", -1)) {
      int end = entry.indexOf('\n');
      if (end > 0) {
        String name = entry.substring(0, end).replaceFirst(" => .*", "");
        scripts.add(new Script(name, entry.substring(end + 1).strip()));
      }
    }
    return scripts;
  }
}
