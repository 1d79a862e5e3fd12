package dev.dragoman.runtime.validate.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A schema: its properties, and one assertion for each of its keywords. Thread-safe.
 *
 * <p>Supports all dialects: {@code nullable} and boolean bounds of OpenAPI 3.0 and Swagger 2.0,
 * type lists and numeric bounds of JSON Schema 2020-12. No keyword has different meanings in
 * different dialects.
 */
public final class Schema {
  /** Accepts everything. */
  public static final Schema ANY = new Schema(new Facts(new Key("", 0)));

  /** Accepts nothing. */
  static final Schema NONE =
      new Schema(
          checking(
              1,
              (location, value, validation) ->
                  validation.problem(location, "is not allowed here")));

  /** Accepts everything, because its content is unknown. */
  static final Schema UNKNOWN = new Schema(unknown());

  private final Facts facts;

  /**
   * Identifies a schema of the document; remains the same if the schema is evicted and read again.
   *
   * @param where what the schema is read for
   * @param number its number among the nested schemas
   */
  public record Key(String where, int number) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = where.compareTo(other.where);
      return order == 0 ? Integer.compare(number, other.number) : order;
    }
  }

  /** The properties of a schema; set by the reader only. */
  public static final class Facts {
    final Key key;
    public Set<JsonType> types = JsonType.ALL;
    boolean nullable;
    boolean readOnly;
    boolean writeOnly;
    boolean bytes;
    boolean secret;
    boolean open;
    UnknownNames unknownNames = UnknownNames.PASSED;
    boolean free = true;
    String name = "";
    JsonNode xml = MissingNode.getInstance();
    Map<String, Schema> properties = Map.of();
    Optional<Schema> items = Optional.empty();

    /** Schemas that a value must match as well: {@code $ref} and {@code allOf}. */
    List<Supplier<Schema>> parts = List.of();

    /** Schemas of which a value must match one: {@code anyOf} and {@code oneOf}. */
    List<List<Supplier<Schema>>> choices = List.of();

    /** Schemas that may apply as well: {@code if}, {@code then}, {@code else}, dependent ones. */
    List<Schema> conditionals = List.of();

    List<Assertion> checks = List.of();

    public Facts(Key key) {
      this.key = key;
    }
  }

  public Schema(Facts facts) {
    this.facts = facts;
  }

  private static Facts checking(int number, Assertion check) {
    Facts facts = new Facts(new Key("", number));
    facts.checks = List.of(check);
    return facts;
  }

  private static Facts unknown() {
    Facts facts = checking(2, (location, value, validation) -> validation.undecided());
    facts.open = true;
    facts.unknownNames = UnknownNames.UNKNOWABLE;
    return facts;
  }

  /** The identity of the schema in the document. */
  public Key key() {
    return facts.key;
  }

  /** The types allowed by the keyword {@code type}; all types without it. */
  Set<JsonType> types() {
    return facts.types;
  }

  /** Whether only the API writes it. */
  boolean isReadOnly() {
    return facts.readOnly;
  }

  /** Whether only callers write it. */
  boolean isWriteOnly() {
    return facts.writeOnly;
  }

  /** Whether a string contains bytes. */
  public boolean isBytes() {
    return facts.bytes;
  }

  /** Whether its values must not be repeated in messages. */
  boolean isSecret() {
    return facts.secret;
  }

  /** Whether it accepts unknown members: it has a schema for them, or is itself unknown. */
  boolean isOpen() {
    return facts.open;
  }

  /** What it says about members that it does not declare. */
  UnknownNames unknownNames() {
    return facts.unknownNames;
  }

  /** Whether it describes nothing about an object, so that any object matches it. */
  boolean isFree() {
    return facts.free;
  }

  /** Whether null is allowed in addition to the types. */
  public boolean isNullable() {
    return facts.nullable;
  }

  /** Its name in the document; empty if it has none. */
  public String name() {
    return facts.name;
  }

  /** Its XML Object; empty if it has none. */
  public JsonNode xml() {
    return facts.xml;
  }

  /** The schemas of declared members, by name. */
  Map<String, Schema> properties() {
    return facts.properties;
  }

  /** The schema of array items; empty if there is none. */
  public Optional<Schema> items() {
    return facts.items;
  }

  /** The schemas that a value must match as well, including the target of {@code $ref}. */
  List<Schema> parts() {
    return facts.parts.stream().map(Supplier::get).toList();
  }

  /** For each choice, the schemas of which a value must match one. */
  List<List<Schema>> choices() {
    return facts.choices.stream()
        .map(choice -> choice.stream().map(Supplier::get).toList())
        .toList();
  }

  /** Schemas that apply to the same value under a condition. */
  List<Schema> conditionals() {
    return facts.conditionals;
  }

  /** An allowed null, and a file where a string is expected, are not checked further. */
  private boolean passes(JsonNode value, Validation.Mode mode) {
    if (value.isNull()) {
      return facts.nullable || mode == Validation.Mode.RESPONSE;
    }
    boolean file = mode == Validation.Mode.FORM && value.isObject() && value.has("base64");
    return file && (facts.bytes || !facts.types.contains(JsonType.OBJECT));
  }

  /** Records the problems of a value in the validation. */
  public void check(InstanceLocation location, JsonNode value, Validation validation) {
    if (passes(value, validation.mode())) {
      return;
    }
    if (!validation.enter(this, value)) {
      return;
    }
    try {
      for (Assertion check : facts.checks) {
        if (validation.isOver()) {
          return;
        }
        check.check(location, value, validation);
      }
    } finally {
      validation.leave(this, value);
    }
  }
}
