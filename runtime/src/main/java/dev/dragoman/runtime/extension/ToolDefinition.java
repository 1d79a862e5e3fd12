package dev.dragoman.runtime.extension;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.json.JsonReader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What clients and the guard know about a tool.
 *
 * @param name the name by which clients call it: at most 64 letters, digits, {@code _} and {@code
 *     -}
 * @param title the name for people
 * @param description for the model: what the tool does and when to use it
 * @param inputSchema JSON Schema of the arguments, an object schema
 * @param outputSchema JSON Schema of the structured content, if its structure is known
 * @param access what the tool does at most; its calls of the API cannot exceed it
 * @param idempotent whether a second call with the same arguments changes nothing more
 * @param openWorld whether the tool reaches beyond this server
 * @param authModes on whose behalf it may be called
 * @param scopes what an OAuth access token must allow: alternatives, each a list of scopes needed
 *     together; none if any valid token suffices
 */
public record ToolDefinition(
    String name,
    String title,
    String description,
    ObjectNode inputSchema,
    Optional<ObjectNode> outputSchema,
    AccessLevel access,
    boolean idempotent,
    boolean openWorld,
    Set<AuthMode> authModes,
    List<List<String>> scopes) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  public ToolDefinition {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "The tool name \"" + name + "\" must be 1 to 64 letters, digits, _ and -.");
    }
    Objects.requireNonNull(access);
    inputSchema = inputSchema.deepCopy();
    outputSchema = outputSchema.map(ObjectNode::deepCopy);
    requireObject(name, "input", inputSchema);
    String tool = name;
    outputSchema.ifPresent(schema -> requireObject(tool, "output", schema));
    authModes = Set.copyOf(authModes);
    scopes = scopes.stream().map(List::copyOf).toList();
    if (title.isBlank() || description.isBlank()) {
      throw new IllegalArgumentException(
          "The tool " + name + " needs a title and a description, by which models choose it.");
    }
  }

  private static void requireObject(String tool, String which, ObjectNode schema) {
    if (!schema.path("type").asString("").equals("object")) {
      throw new IllegalArgumentException(
          "The "
              + which
              + " schema of the tool "
              + tool
              + " must have \"type\": \"object\" (MCP, \"Tool\").");
    }
  }

  /** Starts the definition of a tool that only reads and takes no arguments. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** Collects the parts of a definition. */
  public static final class Builder {
    private final String name;
    private String title = "";
    private String description = "";
    private ObjectNode inputSchema = schema("input", "{\"type\": \"object\", \"properties\": {}}");
    private Optional<ObjectNode> outputSchema = Optional.empty();
    private AccessLevel access = AccessLevel.READ;
    private boolean idempotent;
    private boolean openWorld = true;
    private Set<AuthMode> authModes = EnumSet.allOf(AuthMode.class);
    private final List<List<String>> scopes = new ArrayList<>();

    private Builder(String name) {
      this.name = name;
    }

    public Builder title(String value) {
      title = value;
      return this;
    }

    public Builder description(String value) {
      description = value;
      return this;
    }

    /**
     * Sets the schema of the arguments.
     *
     * @param json JSON Schema as text
     * @throws IllegalArgumentException if it is not a JSON object
     */
    public Builder input(String json) {
      return input(schema("input", json));
    }

    public Builder input(ObjectNode schema) {
      inputSchema = schema;
      return this;
    }

    /**
     * Sets the schema of the structured content.
     *
     * @param json JSON Schema as text
     * @throws IllegalArgumentException if it is not a JSON object
     */
    public Builder output(String json) {
      return output(schema("output", json));
    }

    public Builder output(ObjectNode schema) {
      outputSchema = Optional.of(schema);
      return this;
    }

    public Builder access(AccessLevel value) {
      access = value;
      return this;
    }

    /** States that a second call with the same arguments changes nothing more. */
    public Builder idempotent() {
      idempotent = true;
      return this;
    }

    /** States that the tool does not reach beyond this server. */
    public Builder closedWorld() {
      openWorld = false;
      return this;
    }

    /** Restricts the tool to callers in one auth mode. */
    public Builder onlyFor(AuthMode mode) {
      authModes = Set.of(mode);
      return this;
    }

    /** Adds an alternative: scopes that an access token must have together. */
    public Builder scopedBy(String... together) {
      scopes.add(List.of(together));
      return this;
    }

    /**
     * Builds the definition.
     *
     * @throws IllegalArgumentException if the name is invalid, title or description are missing, or
     *     a schema is not one of an object
     */
    public ToolDefinition build() {
      return new ToolDefinition(
          name,
          title,
          description,
          inputSchema,
          outputSchema,
          access,
          idempotent || access == AccessLevel.READ,
          openWorld,
          authModes,
          scopes);
    }

    private ObjectNode schema(String which, String json) {
      try {
        JsonNode schema = JsonReader.forResources().read(json);
        if (schema instanceof ObjectNode object) {
          return object;
        }
      } catch (JacksonException invalid) {
        throw new IllegalArgumentException(
            "The " + which + " schema of the tool " + name + " is not JSON.", invalid);
      }
      throw new IllegalArgumentException(
          "The " + which + " schema of the tool " + name + " is not a JSON object.");
    }
  }
}
