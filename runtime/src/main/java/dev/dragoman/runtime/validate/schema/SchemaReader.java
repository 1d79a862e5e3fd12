package dev.dragoman.runtime.validate.schema;

import dev.dragoman.runtime.text.VisibleText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads schemas of the document. An invalid keyword is skipped, with one line in the log, and never
 * makes a call fail.
 */
public final class SchemaReader {
  private static final Logger LOG = LoggerFactory.getLogger("schemas");

  private static final Set<String> BYTE_FORMATS = Set.of("binary", "byte", "base64", "base64url");

  /** Keywords that restrict objects; references and {@code allOf} are parts of their own. */
  private static final Set<String> DESCRIBING =
      Set.of("properties", "required", "enum", "const", "not", "oneOf", "anyOf", "if");

  private final String where;
  private final Function<String, Schema> references;
  private int count;

  /**
   * Creates a reader for one schema and those nested in it.
   *
   * @param where the subject of the schema, for the log
   * @param references resolves a reference when it is first applied
   */
  SchemaReader(String where, Function<String, Schema> references) {
    this.where = where;
    this.references = references;
  }

  /** Whether a node can be a schema (2020-12 core, section 4.3). */
  static boolean isSchema(JsonNode node) {
    return node.isObject() || node.isBoolean();
  }

  /** The schema; one that accepts everything if there is none. */
  public Schema read(JsonNode node) {
    return read(node, "");
  }

  /** The schema, with its name in the document. */
  public Schema read(JsonNode node, String name) {
    if (node instanceof ObjectNode object) {
      return read(new SchemaKeywords(object, this), name);
    }
    return node.isBoolean() && !node.booleanValue() ? Schema.NONE : Schema.ANY;
  }

  private Schema read(SchemaKeywords keywords, String name) {
    Schema.Facts facts = new Schema.Facts(new Schema.Key(where, count++));
    Schema schema = new Schema(facts);
    facts.name = name;
    facts.types = types(keywords);
    facts.nullable = keywords.flag("nullable") || keywords.flag("x-nullable");
    facts.readOnly = keywords.flag("readOnly");
    facts.writeOnly = keywords.flag("writeOnly");
    Optional<String> format = keywords.string("format");
    facts.bytes =
        format.filter(BYTE_FORMATS::contains).isPresent()
            || keywords.node().has("contentEncoding")
            || keywords.node().has("contentMediaType")
            || keywords.node().path("type").asString("").equals("file");
    facts.secret = facts.writeOnly || format.filter("password"::equals).isPresent();
    facts.xml = keywords.node().path("xml");
    facts.properties = Collections.unmodifiableMap(keywords.schemasByName("properties"));
    facts.items = keywords.node().path("items").isArray() ? Optional.empty() : items(keywords);
    facts.open = isOpen(keywords);
    facts.unknownNames = UnknownNames.of(keywords.node());
    facts.free = DESCRIBING.stream().noneMatch(keywords.node()::has);
    Applicators combinations = new Applicators(schema, keywords);
    facts.parts = combinations.parts();
    facts.choices = combinations.choices();
    facts.conditionals = combinations.conditionals();
    facts.checks = checks(schema, keywords, combinations);
    return schema;
  }

  /** A dynamic reference is not followed, so the members known to its target are unknown. */
  private static boolean isOpen(SchemaKeywords keywords) {
    return keywords.node().has("patternProperties")
        || keywords.node().has("$dynamicRef")
        || Stream.of("additionalProperties", "unevaluatedProperties")
            .anyMatch(name -> keywords.node().path(name).isObject() || keywords.flag(name));
  }

  private static Optional<Schema> items(SchemaKeywords keywords) {
    return keywords.schema("items");
  }

  private static List<Assertion> checks(
      Schema schema, SchemaKeywords keywords, Applicators combinations) {
    List<Assertion> checks = new ArrayList<>();
    if (!schema.types().equals(JsonType.ALL)) {
      checks.add(new TypeAssertion(schema.types(), schema.isSecret()));
    }
    new ScalarAssertions(schema, keywords).addTo(checks);
    new ObjectAssertions(schema, keywords).addTo(checks);
    new ArrayAssertions(schema, keywords).addTo(checks);
    combinations.addTo(checks);
    return List.copyOf(checks);
  }

  /**
   * The types. An unknown word allows any type: the document is wrong, and no call should fail
   * because of it.
   */
  private static Set<JsonType> types(SchemaKeywords keywords) {
    JsonNode type = keywords.node().path("type");
    List<String> words =
        type.isString() ? List.of(type.stringValue()) : words(type.isArray() ? type : null);
    Set<JsonType> types = EnumSet.noneOf(JsonType.class);
    for (String word : words) {
      Optional<JsonType> known = JsonType.of(word);
      if (known.isEmpty()) {
        if (!word.equals("file") && !word.equals("any")) {
          keywords.fault("type", "unknown type " + word);
        }
        return JsonType.ALL;
      }
      types.add(known.get());
    }
    if (types.contains(JsonType.NUMBER)) {
      types.add(JsonType.INTEGER);
    }
    return types.isEmpty() ? JsonType.ALL : types;
  }

  private static List<String> words(@Nullable JsonNode array) {
    return array == null
        ? List.of()
        : array.values().stream().map(word -> word.asString("")).toList();
  }

  /** The schema of a reference, resolved on use. */
  Supplier<Schema> reference(String reference) {
    return () -> references.apply(reference);
  }

  /**
   * Logs a keyword that is skipped. Text of the document is made visible, so that it cannot forge
   * log lines.
   */
  void fault(String keyword, String why) {
    if (LOG.isWarnEnabled()) {
      LOG.warn(
          "In the document's schema of {}, {} is skipped: {}.",
          VisibleText.line(where),
          keyword,
          VisibleText.line(why));
    }
  }
}
