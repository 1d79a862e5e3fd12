package dev.dragoman.runtime.tool.named;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.catalog.OptionalResources;
import dev.dragoman.runtime.json.JsonReader;
import dev.dragoman.runtime.json.fields.FieldPath;
import dev.dragoman.runtime.mcp.tool.ToolDescriptor;
import dev.dragoman.runtime.mcp.tool.ToolDescriptor.Annotations;
import dev.dragoman.runtime.tool.execute.ExecutePart;
import dev.dragoman.runtime.tool.search.SearchTool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The operations that are tools of their own, as decided when the server was built: the resource
 * {@code tools.json}. It only exists if there are any, or if the server does not search.
 *
 * @param searches whether the server has the tools search and execute
 * @param splits whether execute is two tools, one that reads and one that writes
 * @param tools in the order in which they are listed
 */
public record ToolFile(boolean searches, boolean splits, List<NamedOperation> tools) {
  /** The path of the file below the resource root. */
  static final String NAME = "tools.json";

  private static final ToolFile USUAL = new ToolFile(true, false, List.of());

  public ToolFile {
    tools = List.copyOf(tools);
  }

  /**
   * Reads the file of a server.
   *
   * @throws IllegalStateException if it is damaged
   */
  public static ToolFile of(ServerDefinition definition) {
    try {
      Optional<InputStream> found = OptionalResources.open(definition, NAME);
      if (found.isEmpty()) {
        return USUAL;
      }
      try (InputStream stream = found.get()) {
        return read(stream);
      }
    } catch (JacksonException e) {
      throw new IllegalStateException(
          "the resource /" + definition.resourceRoot() + "/" + NAME + " is damaged", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the tools for all operations, in the order in which they are listed. */
  public List<String> usual() {
    return searches
        ? Stream.concat(Stream.of(SearchTool.NAME), parts().stream().map(ExecutePart::tool))
            .toList()
        : List.of();
  }

  /** The execute tools. */
  public List<ExecutePart> parts() {
    return splits ? List.of(ExecutePart.READS, ExecutePart.WRITES) : List.of(ExecutePart.ALL);
  }

  /** The same with an execute tool that reads and one that writes. */
  public ToolFile split() {
    return new ToolFile(searches, true, tools);
  }

  /** Reads a file. */
  public static ToolFile read(InputStream stream) throws IOException {
    return of(JsonReader.forResources().read(stream.readAllBytes()));
  }

  /** The tools as clients see them. */
  public List<ToolDescriptor> descriptors() {
    return tools.stream().map(NamedOperation::descriptor).toList();
  }

  /** The names of the tools. */
  public List<String> names() {
    return tools.stream().map(tool -> tool.descriptor().name()).toList();
  }

  private static ToolFile of(JsonNode file) {
    List<NamedOperation> tools = new ArrayList<>();
    file.path("tools").forEach(tool -> tools.add(tool(tool)));
    return new ToolFile(!file.path("mode").asString("").equals("operations"), false, tools);
  }

  private static NamedOperation tool(JsonNode tool) {
    AccessLevel access =
        AccessLevel.valueOf(tool.required("access").stringValue().toUpperCase(Locale.ROOT));
    ToolDescriptor descriptor =
        new ToolDescriptor(
            tool.required("name").stringValue(),
            tool.required("title").stringValue(),
            tool.required("description").stringValue(),
            (ObjectNode) tool.required("input"),
            tool.path("output") instanceof ObjectNode output
                ? Optional.of(output)
                : Optional.empty(),
            new Annotations(
                access == AccessLevel.READ,
                access == AccessLevel.DESTRUCTIVE,
                tool.path("idempotent").booleanValue(false),
                true));
    List<FieldPath> fields = new ArrayList<>();
    tool.path("fields").forEach(field -> fields.add(FieldPath.of(field.stringValue())));
    List<String> formerly = new ArrayList<>();
    tool.path("formerly").forEach(name -> formerly.add(name.stringValue()));
    return new NamedOperation(
        descriptor,
        tool.required("operation").stringValue(),
        new ArgumentNames(
            names(tool.path("parameters")),
            Optional.of(tool.path("body").asString("")).filter(name -> !name.isEmpty()),
            names(tool.path("properties"))),
        new FixedArguments(
            values(tool.path("fixedParameters")),
            values(tool.path("fixedProperties")),
            Optional.ofNullable(tool.path("fixedBody").get("value"))),
        fields,
        formerly);
  }

  private static Map<String, String> names(JsonNode object) {
    Map<String, String> names = new LinkedHashMap<>();
    object.forEachEntry((name, value) -> names.put(name, value.stringValue()));
    return names;
  }

  private static Map<String, JsonNode> values(JsonNode object) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    object.forEachEntry((name, value) -> values.put(name, Objects.requireNonNull(value)));
    return values;
  }
}
