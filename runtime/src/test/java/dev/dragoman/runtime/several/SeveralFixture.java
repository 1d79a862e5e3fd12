package dev.dragoman.runtime.several;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.ToolFixture;
import dev.dragoman.runtime.tool.TrackerApi;
import dev.dragoman.runtime.tool.TrackerResources;
import dev.dragoman.runtime.tool.execute.CallHooks;
import dev.dragoman.runtime.tool.search.SearchTool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * APIs that only search, from lines such as {@code lamps: GET /lamps #Lights, POST /lamps #Lights}:
 * ids are the method and the words of the path.
 */
final class SeveralFixture {
  private SeveralFixture() {}

  static Apis apis(Path folder, String text) {
    return new Apis(text.lines().map(line -> api(folder, line)).toList());
  }

  private static Api api(Path folder, String line) {
    String id = line.substring(0, line.indexOf(':'));
    List<OperationCard> cards = new ArrayList<>();
    for (String operation : line.substring(line.indexOf(':') + 1).split(",", -1)) {
      cards.add(card(operation.strip()));
    }
    try {
      Path own = Files.createDirectories(folder.resolve(id));
      TrackerResources.write(own, cards, Map.of(), Map.of());
      ServerDefinition definition =
          ServerDefinition.builder(id)
              .title("The API " + id)
              .resources(TrackerResources.anchorIn(own), TrackerApi.ROOT)
              .operations(cards.size(), group -> name -> null)
              .build();
      return api(id, definition);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Api api(String id, ServerDefinition definition) {
    AccessNames names = AccessNames.of(id);
    ApiOperations operations = new ApiOperations(definition, ApiId.prefix(id));
    Guard guard = new Guard(names);
    List<McpTool> tools = List.of(new SearchTool(operations, guard));
    return new Api(id, names, operations, guard, CallHooks.counting(new Metrics()), tools);
  }

  private static OperationCard card(String operation) {
    String[] parts = operation.split("[ #]+", -1);
    AccessLevel access = parts[0].equals("GET") ? AccessLevel.READ : AccessLevel.WRITE;
    String id = parts[0].toLowerCase(java.util.Locale.ROOT) + parts[1].replace('/', '_');
    OperationCard.Builder card =
        OperationCard.builder(Operation.of(id, parts[0], parts[1], access));
    return parts.length > 2 ? card.tag(parts[2]).build() : card.build();
  }

  /** A caller of the APIs with these ids, the connection limited to a tag unless it is empty. */
  static Caller caller(String ids, @Nullable String tag) {
    Map<String, Caller> own = new LinkedHashMap<>();
    List.of(ids.split(" ")).forEach(id -> own.put(id, ToolFixture.FULL));
    Caller all = Caller.ofApis(own);
    return tag == null ? all : all.limitedTo(tag);
  }
}
