package dev.dragoman.runtime.request;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON object with typed access to its members. Generated as one record per schema that can be
 * expressed in Java.
 *
 * <p>The object itself is kept, so nothing is lost between reading and sending: absent and null
 * remain distinct, members unknown to the schema are preserved, numbers keep their digits and
 * members their order. Accessors read on each call and throw {@link InvalidArgumentsException} if a
 * member's type is not the one in the schema.
 */
public interface JsonObject {

  /** The object as received and as sent. */
  ObjectNode json();

  /** Reads a member that the schema requires. */
  static RequiredValue required(ObjectNode json, String name) {
    JsonNode value = json.get(name);
    if (value == null || value.isNull()) {
      throw invalid(name, "is required");
    }
    return new RequiredValue(JsonObject::refuse, name, value);
  }

  /** Reads a member that may be absent or null; {@link #json} distinguishes the two. */
  static OptionalValue optional(ObjectNode json, String name) {
    JsonNode value = json.get(name);
    return new OptionalValue(
        JsonObject::refuse, name, value == null || value.isNull() ? null : value);
  }

  /**
   * Reads a value that is not a member of an object.
   *
   * @param place the location of the value, for messages
   */
  static RequiredValue value(String place, JsonNode json) {
    return new RequiredValue(JsonObject::refuse, place, json);
  }

  /**
   * Converts a value of a typed request to the JSON that is sent.
   *
   * @param value any value accepted by {@link Builder#with}; null remains null
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
   * Collects the members of an object, in call order.
   *
   * @param <B> the generated builder
   */
  abstract class Builder<B extends Builder<B>> {
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    /** Creates an empty object; for generated builders. */
    protected Builder() {}

    /**
     * Sets any member, including members that are not in the schema.
     *
     * @param value a {@link JsonObject}, a {@link WireValue}, a {@link BigDecimal}, a {@link
     *     BigInteger} or another number, a string, a boolean, a list or map of these, or a {@link
     *     JsonNode}; null is sent as null
     */
    public final B with(String name, @Nullable Object value) {
      json.set(name, RequestValues.of(value));
      return self();
    }

    /** Sets a member that is not nullable: null omits it. */
    protected final B set(String name, @Nullable Object value) {
      if (value == null) {
        json.remove(name);
        return self();
      }
      return with(name, value);
    }

    /** A snapshot of the object; later calls do not change it. */
    protected final ObjectNode members() {
      return json.deepCopy();
    }

    /** Every generated builder passes itself as the type argument. */
    @SuppressWarnings("unchecked")
    private B self() {
      return (B) this;
    }
  }
}
