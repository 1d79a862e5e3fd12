package dev.dragoman.generator.plan;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.options.ToolMode;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.runtime.AccessLevel;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The tools of a server that are operations.
 *
 * @param mode which tools the server has
 * @param tools in the order in which they are listed
 */
public record ToolsPlan(ToolMode mode, List<Tool> tools) {
  /** No tools but search and execute. */
  public static final ToolsPlan NONE = new ToolsPlan(ToolMode.SEARCH, List.of());

  public ToolsPlan {
    Objects.requireNonNull(mode);
    tools = List.copyOf(tools);
  }

  /** Whether the server has only the tools that every server has. */
  public boolean isUsual() {
    return mode == ToolMode.SEARCH && tools.isEmpty();
  }

  /** The same mode with other tools. */
  public ToolsPlan with(List<Tool> others) {
    return new ToolsPlan(mode, others);
  }

  /**
   * An operation as a tool.
   *
   * @param name the name by which clients call it
   * @param title the name for people
   * @param description the description for models
   * @param operation the id of the operation
   * @param access the effect of running it
   * @param idempotent whether a second call with the same arguments changes nothing more
   * @param input JSON Schema of the arguments
   * @param output JSON Schema of the structured result; empty if it has none
   * @param parameters the operation's argument for each argument of the tool that is a parameter
   * @param body how the other arguments become the body
   * @param fixed values that are always sent
   * @param fields the parts of the response that are returned; all if empty
   * @param formerly names that it had before the document renamed its operation
   * @param location where it is configured; the operation if it is not
   */
  public record Tool(
      String name,
      String title,
      String description,
      String operation,
      AccessLevel access,
      boolean idempotent,
      Json.Obj input,
      Optional<Json.Obj> output,
      Map<String, String> parameters,
      Body body,
      Fixed fixed,
      List<String> fields,
      List<String> formerly,
      Location location) {
    public Tool {
      Objects.requireNonNull(name);
      Objects.requireNonNull(title);
      Objects.requireNonNull(description);
      Objects.requireNonNull(operation);
      Objects.requireNonNull(access);
      Objects.requireNonNull(input);
      Objects.requireNonNull(output);
      parameters = ordered(parameters);
      Objects.requireNonNull(body);
      Objects.requireNonNull(fixed);
      fields = List.copyOf(fields);
      formerly = List.copyOf(formerly);
      Objects.requireNonNull(location);
    }

    /** The same tool with names that it had before. */
    public Tool withFormerNames(List<String> names) {
      return new Tool(
          name,
          title,
          description,
          operation,
          access,
          idempotent,
          input,
          output,
          parameters,
          body,
          fixed,
          fields,
          names,
          location);
    }
  }

  /**
   * How arguments become the body.
   *
   * @param whole the argument that is the body; empty if none is
   * @param properties the body's property for each argument that is one
   */
  public record Body(Optional<String> whole, Map<String, String> properties) {
    /** No argument is part of a body. */
    public static final Body NONE = new Body(Optional.empty(), Map.of());

    public Body {
      Objects.requireNonNull(whole);
      properties = ordered(properties);
    }
  }

  /**
   * Values that are always sent.
   *
   * @param parameters by the operation's argument
   * @param properties by the body's property
   * @param body the body
   */
  public record Fixed(
      Map<String, Json> parameters, Map<String, Json> properties, Optional<Json> body) {
    public Fixed {
      parameters = ordered(parameters);
      properties = ordered(properties);
      Objects.requireNonNull(body);
    }
  }

  private static <T> Map<String, T> ordered(Map<String, T> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
