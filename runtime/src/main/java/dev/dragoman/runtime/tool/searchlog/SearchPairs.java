package dev.dragoman.runtime.tool.searchlog;

import dev.dragoman.runtime.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The pairs in a search log.
 *
 * @param pairs in the order of the file
 * @param invalid the number of lines that are not pairs
 */
public record SearchPairs(List<Pair> pairs, int invalid) {
  /** Maximum size of a log in bytes; a server stops at a quarter of it. */
  public static final long MOST_BYTES = 16 * 1024 * 1024;

  private static final int LONGEST_LINE = 4_000;
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}]{2," + QueryWords.LONGEST + "}");

  /**
   * A query and the operation that was run after it.
   *
   * @param words in lower case
   * @param operation its id
   */
  public record Pair(List<String> words, String operation) {
    public Pair {
      words = List.copyOf(words);
    }
  }

  public SearchPairs {
    pairs = List.copyOf(pairs);
  }

  /**
   * Reads a log; lines that are not pairs, and words that a server would not have written, are
   * ignored.
   *
   * @throws IOException if the file cannot be read, or has more than 16 MB
   */
  public static SearchPairs read(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException("it has more than 16 MB");
    }
    List<Pair> pairs = new ArrayList<>();
    int invalid = 0;
    // Unlike a reader of Files, this one replaces what is not text, so that it spoils its line
    // only.
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Optional<Pair> pair = pair(line);
        pair.ifPresent(pairs::add);
        invalid += pair.isEmpty() && !line.isBlank() ? 1 : 0;
      }
    }
    return new SearchPairs(pairs, invalid);
  }

  private static Optional<Pair> pair(String line) {
    if (line.isBlank() || line.length() > LONGEST_LINE) {
      return Optional.empty();
    }
    try {
      JsonNode node = JsonReader.forResponses().read(line);
      List<String> words = new ArrayList<>();
      for (JsonNode word : node.path("words").values()) {
        String text = word.isString() ? word.stringValue() : "";
        if (WORD.matcher(text).matches() && words.size() < QueryWords.MOST) {
          words.add(text);
        }
      }
      String operation = node.path("operation").asString("");
      return words.isEmpty() || operation.isEmpty()
          ? Optional.empty()
          : Optional.of(new Pair(words, operation));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
