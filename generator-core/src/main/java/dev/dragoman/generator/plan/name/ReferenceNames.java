package dev.dragoman.generator.plan.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Derives type names from the references to schemas. */
public final class ReferenceNames {
  /** Tokens of a JSON pointer that describe the location of a schema but not its meaning. */
  private static final Set<String> STRUCTURE =
      Set.of(
          "components",
          "schemas",
          "definitions",
          "$defs",
          "paths",
          "properties",
          "items",
          "allOf",
          "anyOf",
          "oneOf",
          "schema",
          "content",
          "requestBody",
          "responses",
          "parameters");

  private ReferenceNames() {}

  /**
   * {@code Pet} for {@code #/components/schemas/Pet} and for {@code models/pet.yaml#}. At most the
   * last three meaningful tokens are used.
   */
  public static String of(String reference) {
    int hash = reference.indexOf('#');
    List<String> words = new ArrayList<>();
    for (String token : reference.substring(hash + 1).split("/", -1)) {
      String word = token.replace("~1", "/").replace("~0", "~");
      if (!STRUCTURE.contains(word) && !word.isEmpty()) {
        words.add(word);
      }
    }
    if (words.isEmpty()) {
      String file = reference.substring(reference.lastIndexOf('/', hash) + 1, hash);
      words.add(file.replaceAll("\\.[A-Za-z]+$", ""));
    }
    List<String> last = words.subList(Math.max(0, words.size() - 3), words.size());
    return JavaIdentifiers.typeName(String.join(" ", last), "Model");
  }
}
