package dev.dragoman.runtime.request;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON object with typed access to its members. Generated, one record per schema that Java can
 * say.
 *
 * <p>The object itself is kept, so nothing is lost between reading and sending: absent and null
 * stay apart, members the schema does not name survive, numbers keep their digits, members their
 * order. Accessors read on each call; a member of another type than the schema's makes them throw
 * {@link InvalidArgumentsException}.
 */
public interface JsonObject {

  /** The object as it came and as it is sent. */
  ObjectNode json();

  /** Reads a member that the schema requires. */
  static RequiredValue required(ObjectNode json, String name) {
    JsonNode value = json.get(name);
    if (value == null || value.isNull()) {
      throw invalid(name, "is required");
    }
    return new RequiredValue(JsonObject::refuse, name, value);
  }

  /** Reads a member that may be absent or null; {@link #json} tells which. */
  static OptionalValue optional(ObjectNode json, String name) {
    JsonNode value = json.get(name);
    return new OptionalValue(
        JsonObject::refuse, name, value == null || value.isNull() ? null : value);
  }

  /**
   * A value of a typed request as the JSON that is sent.
   *
   * @param value what {@link Builder#with} takes; null stays null
   */
  static @Nullable JsonNode node(@Nullable Object value) {
    return value == null ? null : RequestValues.of(value);
  }

  private static void refuse(String place, String message) {
    throw invalid(place, message);
  }

  private static InvalidArgumentsException invalid(String place, String message) {
    return new InvalidArgumentsException(List.of(new ArgumentProblem(place, message)));
  }

  /**
   * Collects the members of an object, in the order of the calls.
   *
   * @param <B> the generated builder
   */
  abstract class Builder<B extends Builder<B>> {
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    /** An empty object; for generated builders. */
    protected Builder() {}

    /**
     * Any member, also one that the schema does not name.
     *
     * @param value a {@link JsonObject}, a {@link WireValue}, a {@link BigDecimal}, a {@link
     *     BigInteger} or another number, a string, a boolean, a list or map of such, or a {@link
     *     JsonNode}; null is sent as null
     */
    public final B with(String name, @Nullable Object value) {
      json.set(name, RequestValues.of(value));
      return self();
    }

    /** A member that cannot be null: null leaves it out. */
    protected final B set(String name, @Nullable Object value) {
      if (value == null) {
        json.remove(name);
        return self();
      }
      return with(name, value);
    }

    /** The object so far; later calls do not change it. */
    protected final ObjectNode members() {
      return json.deepCopy();
    }

    /** Every generated builder names itself as its type argument. */
    @SuppressWarnings("unchecked")
    private B self() {
      return (B) this;
    }
  }
}
