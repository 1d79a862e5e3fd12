package dev.dragoman.runtime.validate;

import dev.dragoman.runtime.limit.WorkLimit;
import dev.dragoman.runtime.request.ArgumentProblem;
import dev.dragoman.runtime.validate.schema.Schema;
import dev.dragoman.runtime.validate.schema.SchemaCache;
import dev.dragoman.runtime.validate.schema.Structures;
import dev.dragoman.runtime.validate.schema.Validation;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Validates JSON objects against a schema that stands alone, such as the input schema of a tool.
 * References are JSON pointers into the schema itself. Thread-safe.
 */
public final class ObjectValidator {
  private final Schema schema;

  private ObjectValidator(Schema schema) {
    this.schema = schema;
  }

  /** The validator of a schema; keywords that cannot be read are skipped with a line in the log. */
  public static ObjectValidator of(String subject, ObjectNode schema) {
    SchemaCache references = new SchemaCache(reference -> resolve(schema, reference));
    return new ObjectValidator(references.reader(subject).read(schema));
  }

  private static Optional<JsonNode> resolve(ObjectNode schema, String reference) {
    if (!reference.startsWith("#/")) {
      return reference.equals("#") ? Optional.of(schema) : Optional.empty();
    }
    JsonNode target = schema.at(reference.substring(1));
    return target.isMissingNode() ? Optional.empty() : Optional.of(target);
  }

  /** The object converted to the types in the schema, as for the arguments of operations. */
  public ObjectNode read(ObjectNode value) {
    Structures structures = new Structures(WorkLimit.standard());
    return new ValueReader(structures).read(schema, value) instanceof ObjectNode object
        ? object
        : value;
  }

  /**
   * The problems with an object, each with the place of the value.
   *
   * @param root the place of the object itself, e.g. {@code arguments}
   */
  public List<ArgumentProblem> problems(String root, ObjectNode value) {
    Structures structures = new Structures(WorkLimit.standard());
    return BodyValidator.problems(
        schema, root, value, new Validation(Validation.Mode.REQUEST, structures));
  }
}
