package dev.dragoman.benchmarks.mutants;

import dev.dragoman.benchmarks.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real document from which mutants are created. */
record Original(String name, JsonNode document) {
  private static final int WANTED = 10;

  /**
   * Size limits in bytes: smaller documents have little to break, larger ones take long to compile.
   */
  private static final long SMALLEST = 8_000;

  private static final JsonMapper JSON = JsonMapper.shared();

  /** The ten smallest documents of a folder that are large enough and consist of one file each. */
  static List<Original> of(Path folder) throws IOException {
    TreeMap<Long, Path> bySize = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (file.toString().matches(".*\\.(json|ya?ml)")) {
          bySize.put(Files.size(file), file);
        }
      }
    }
    List<Original> originals = new ArrayList<>();
    for (Path file : bySize.tailMap(SMALLEST).values()) {
      JsonNode document = read(Files.readString(file));
      boolean describesAnApi = document.path("paths").isObject();
      if (describesAnApi && originals.size() < WANTED) {
        originals.add(new Original(file.getFileName().toString(), document));
      }
      if (originals.size() == WANTED) {
        break;
      }
    }
    if (originals.isEmpty()) {
      throw new BadInputException("There is no document of a useful size in " + folder + ".");
    }
    return originals;
  }

  /** What is wrong with a mutant with one error. */
  String fault(long seed) {
    return FaultMutation.apply(document.deepCopy(), seed);
  }

  private static JsonNode read(String text) {
    try {
      return text.strip().startsWith("{")
          ? JSON.readTree(text)
          : JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
    } catch (JacksonException | YamlEngineException e) {
      // These parsers cannot read the document, so another one is used.
      return JSON.nullNode();
    }
  }

  /**
   * The text of a mutant.
   *
   * @param faults whether it has one typical human error instead of random changes
   */
  String mutant(long seed, boolean faults) {
    JsonNode mutant = document.deepCopy();
    if (faults) {
      var unused = FaultMutation.apply(mutant, seed);
    } else {
      Mutation.apply(mutant, seed);
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(mutant);
  }
}
