package dev.dragoman.benchmarks.corpus;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counts the operations that a document declares, using plain maps and lists from Jackson and
 * SnakeYAML: members of path items that are named like a method, and those in {@code
 * additionalOperations} of OpenAPI 3.2, including referenced path items. Shares no code with the
 * generator's reader, which it is meant to check.
 */
public final class DeclaredOperations {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final Map<Path, Object> files = new HashMap<>();
  private final Set<String> routes = new TreeSet<>();

  private DeclaredOperations() {}

  /** The operations as {@code METHOD /path}. */
  public static Set<String> of(Path document) throws IOException {
    DeclaredOperations counter = new DeclaredOperations();
    Map<?, ?> root = counter.map(counter.read(document));
    boolean hasQuery = String.valueOf(root.get("openapi")).matches("3\\.[2-9].*");
    for (Map.Entry<?, ?> path : counter.map(root.get("paths")).entrySet()) {
      String name = String.valueOf(path.getKey());
      if (!name.startsWith("x-")) {
        counter.pathItem(name, path.getValue(), document, hasQuery, 0);
      }
    }
    return counter.routes;
  }

  private void pathItem(String path, @Nullable Object value, Path file, boolean hasQuery, int depth)
      throws IOException {
    Map<?, ?> item = map(value);
    if (item.get("$ref") instanceof String reference && depth < 10) {
      Path target = target(reference, file);
      pathItem(path, at(target, reference), target, hasQuery, depth + 1);
    }
    for (Map.Entry<?, ?> member : item.entrySet()) {
      String name = String.valueOf(member.getKey());
      boolean isMethod = METHODS.contains(name) || (hasQuery && name.equals("query"));
      if (isMethod && member.getValue() instanceof Map) {
        routes.add(name.toUpperCase(java.util.Locale.ROOT) + " " + path);
      }
    }
    if (hasQuery) {
      map(item.get("additionalOperations"))
          .keySet()
          .forEach(method -> routes.add(method + " " + path));
    }
  }

  private static Path target(String reference, Path file) {
    String name = reference.replaceAll("#.*", "");
    return name.isEmpty() ? file : file.resolveSibling(URI.create(name).getPath()).normalize();
  }

  private @Nullable Object at(Path file, String reference) throws IOException {
    int hash = reference.indexOf('#');
    Object value = read(file);
    if (hash < 0) {
      return value;
    }
    String pointer = URLDecoder.decode(reference.substring(hash + 1), StandardCharsets.UTF_8);
    for (String step : pointer.replaceFirst("^/", "").split("/", -1)) {
      value = map(value).get(step.replace("~1", "/").replace("~0", "~"));
    }
    return value;
  }

  private Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private Object read(Path file) throws IOException {
    Object known = files.get(file);
    if (known == null) {
      String text = Files.readString(file);
      known = file.toString().endsWith(".json") ? json(text) : yaml(text);
      files.put(file, known);
    }
    return known;
  }

  private static Object json(String text) {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
            .build();
    return new JsonMapper(factory).readValue(text, Object.class);
  }

  private static Object yaml(String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setCodePointLimit(Integer.MAX_VALUE)
            .setMaxAliasesForCollections(10_000)
            .setAllowDuplicateKeys(true)
            .build();
    List<Object> documents = new ArrayList<>();
    // SnakeYAML rejects block scalars that start with a longer line of spaces; operations do not
    // contain any.
    String mended = text.replaceAll("(?m)^ +$", "");
    new Load(settings).loadAllFromString(mended).forEach(documents::add);
    return documents.isEmpty() ? Map.of() : documents.get(0);
  }
}
