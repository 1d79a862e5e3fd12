package dev.dragoman.generator.write;

import dev.dragoman.runtime.digest.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The inputs of a run, by which the next run decides whether there is anything to do.
 *
 * @param choices digest of everything except the files
 * @param inputs SHA-256 of the bytes that were read from each file, by path; {@link #ABSENT} for a
 *     file that did not exist
 */
public record State(String choices, Map<Path, String> inputs) {
  /** In place of a digest: the file did not exist. */
  public static final String ABSENT = "absent";

  private static final String HEADER = "dragoman state 1";

  public State {
    inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
  }

  /**
   * The file of a state.
   *
   * @param manifest the file that lists what the run wrote
   */
  public static Path beside(Path manifest) {
    return manifest.resolveSibling("state.txt");
  }

  /** The state of the previous run; empty if there was none, or if its format is not supported. */
  public static Optional<State> read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.size() < 2 || !lines.get(0).equals(HEADER)) {
      return Optional.empty();
    }
    Map<Path, String> inputs = new TreeMap<>();
    for (String line : lines.subList(2, lines.size())) {
      int blank = line.indexOf(' ');
      if (blank < 0) {
        return Optional.empty();
      }
      inputs.put(Path.of(line.substring(blank + 1)), line.substring(0, blank));
    }
    return Optional.of(new State(lines.get(1), inputs));
  }

  /** Whether every file still has the same content. */
  public boolean inputsUnchanged() {
    return inputs.entrySet().stream()
        .allMatch(input -> unchanged(input.getKey(), input.getValue()));
  }

  private static boolean unchanged(Path file, String digest) {
    if (digest.equals(ABSENT)) {
      return Files.notExists(file);
    }
    try {
      return Files.isRegularFile(file) && Sha256.hex(Files.readAllBytes(file)).equals(digest);
    } catch (IOException e) {
      // Not readable now: the run that follows reports the reason and the file.
      return false;
    }
  }

  /** Writes the state. */
  public void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>(List.of(HEADER, choices));
    inputs.forEach((path, digest) -> lines.add(digest + " " + path));
    String text = String.join("\n", lines) + "\n";
    AtomicFile.replace(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** SHA-256 of a text, in hexadecimal. */
  public static String digest(String text) {
    return Sha256.hex(text);
  }
}
