package dev.dragoman.runtime.validate.xml;

import dev.dragoman.runtime.validate.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * The combined XML Objects at one location (OpenAPI 3.2, section 4.26).
 *
 * @param name the local name; empty for the property's own
 * @param namespace its namespace; empty if there is none
 * @param prefix the prefix of its namespace; empty if there is none
 * @param nodeType {@code element}, {@code attribute}, {@code text}, {@code cdata} or {@code none}
 * @param isWrapped whether an array has its own element around its items
 */
record XmlMapping(
    Optional<String> name,
    Optional<String> namespace,
    Optional<String> prefix,
    String nodeType,
    boolean isWrapped) {

  /** Combines schemas that apply at the same location; the first one with a value wins. */
  static XmlMapping of(List<Schema> schemas) {
    List<JsonNode> objects =
        schemas.stream().map(Schema::xml).filter(xml -> !xml.isEmpty()).toList();
    Optional<String> type = text(objects, "nodeType", unused -> true);
    boolean attribute = objects.stream().anyMatch(xml -> xml.path("attribute").booleanValue(false));
    boolean wrapped = objects.stream().anyMatch(xml -> xml.path("wrapped").booleanValue(false));
    return new XmlMapping(
        text(objects, "name", XmlText::isName),
        text(objects, "namespace", XmlText::isWritable),
        text(objects, "prefix", XmlText::isName),
        type.orElse(attribute ? "attribute" : "element"),
        wrapped || type.filter("element"::equals).isPresent());
  }

  private static Optional<String> text(
      List<JsonNode> objects, String member, Predicate<String> good) {
    return objects.stream()
        .map(xml -> xml.path(member).asString(""))
        .filter(text -> !text.isEmpty() && good.test(text))
        .findFirst();
  }

  /** The declaration of the namespace, with a leading space; empty if there is none. */
  String declaration() {
    return namespace
        .map(
            uri ->
                " xmlns"
                    + prefix.map(word -> ":" + word).orElse("")
                    + "=\""
                    + XmlText.attribute(uri)
                    + "\"")
        .orElse("");
  }
}
