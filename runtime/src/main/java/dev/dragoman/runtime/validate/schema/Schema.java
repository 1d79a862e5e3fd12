package dev.dragoman.runtime.validate.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A schema, read once: what it says of itself, and one check for each of its keywords. Thread-safe.
 *
 * <p>Serves every dialect: {@code nullable} and boolean bounds of OpenAPI 3.0 and Swagger 2.0, type
 * lists and numeric bounds of JSON Schema 2020-12. No keyword means one thing in one and another
 * thing in the other.
 */
public final class Schema {
  /** Takes everything. */
  public static final Schema ANY = new Schema(new Facts(new Key("", 0)));

  /** Takes nothing. */
  static final Schema NONE =
      new Schema(checking(1, (place, value, run) -> run.problem(place, "is not allowed here")));

  /** Takes everything, since nothing is known of it. */
  static final Schema UNKNOWN = new Schema(unknown());

  private final Facts facts;

  /**
   * Which schema of the document it is; the same after it was forgotten and read again.
   *
   * @param where what it was read for
   * @param number its number among the schemas inside
   */
  public record Key(String where, int number) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = where.compareTo(other.where);
      return order == 0 ? Integer.compare(number, other.number) : order;
    }
  }

  /** What a schema says of itself; filled by the reader only. */
  public static final class Facts {
    final Key key;
    public Set<JsonType> types = JsonType.ALL;
    boolean nullable;
    boolean readOnly;
    boolean writeOnly;
    boolean bytes;
    boolean secret;
    boolean open;
    String name = "";
    JsonNode xml = MissingNode.getInstance();
    Map<String, Schema> properties = Map.of();
    Optional<Schema> items = Optional.empty();

    /** Schemas that a value has to fit as well: {@code $ref} and {@code allOf}. */
    List<Supplier<Schema>> parts = List.of();

    /** Schemas of which a value has to fit one: {@code anyOf} and {@code oneOf}. */
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
    Facts facts = checking(2, (place, value, run) -> run.undecided());
    facts.open = true;
    return facts;
  }

  public Key key() {
    return facts.key;
  }

  /** Types that the keyword {@code type} allows; all of them without it. */
  Set<JsonType> types() {
    return facts.types;
  }

  boolean isReadOnly() {
    return facts.readOnly;
  }

  boolean isWriteOnly() {
    return facts.writeOnly;
  }

  /** Whether a string stands for bytes. */
  public boolean isBytes() {
    return facts.bytes;
  }

  boolean isSecret() {
    return facts.secret;
  }

  /** Whether members that it does not name pass: it has a schema for them, or is not known. */
  boolean isOpen() {
    return facts.open;
  }

  public boolean isNullable() {
    return facts.nullable;
  }

  /** Its name in the document; empty when it has none. */
  public String name() {
    return facts.name;
  }

  /** Its XML Object; empty when it has none. */
  public JsonNode xml() {
    return facts.xml;
  }

  Map<String, Schema> properties() {
    return facts.properties;
  }

  public Optional<Schema> items() {
    return facts.items;
  }

  List<Schema> parts() {
    return facts.parts.stream().map(Supplier::get).toList();
  }

  List<List<Schema>> choices() {
    return facts.choices.stream()
        .map(choice -> choice.stream().map(Supplier::get).toList())
        .toList();
  }

  /** Schemas that apply to the same value under a condition. */
  List<Schema> conditionals() {
    return facts.conditionals;
  }

  /** A null that is allowed, and a file where a string is wanted, are not looked into. */
  private boolean passes(JsonNode value, Validation.Mode mode) {
    if (value.isNull()) {
      return facts.nullable || mode == Validation.Mode.ANSWER;
    }
    boolean file = mode == Validation.Mode.FORM && value.isObject() && value.has("base64");
    return file && (facts.bytes || !facts.types.contains(JsonType.OBJECT));
  }

  /** Notes on the run what is wrong with a value. */
  public void check(InstanceLocation place, JsonNode value, Validation run) {
    if (passes(value, run.mode())) {
      return;
    }
    if (!run.enter(this, value)) {
      return;
    }
    try {
      for (Assertion check : facts.checks) {
        if (run.isOver()) {
          return;
        }
        check.check(place, value, run);
      }
    } finally {
      run.leave(this, value);
    }
  }
}
