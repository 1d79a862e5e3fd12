package dev.dragoman.runtime.validate.xml;

import dev.dragoman.runtime.json.Scalars;
import dev.dragoman.runtime.request.ArgumentProblem;
import dev.dragoman.runtime.validate.schema.Schema;
import dev.dragoman.runtime.validate.schema.Structures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Writes a value as XML as described by the XML Objects of its schema (OpenAPI 3.2, section 4.26,
 * including {@code attribute} and {@code wrapped} of earlier versions). Serves one value.
 */
public final class XmlWriter {
  private static final int NODE_COST = 100;
  private static final String NIL =
      " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"/>";

  private final Structures structures;
  private final List<ArgumentProblem> problems;

  /**
   * The attributes of an element.
   *
   * @param declared the namespaces that are declared in it, by prefix
   */
  private record Attributes(StringBuilder text, Map<String, String> declared) {}

  private XmlWriter(Structures structures, List<ArgumentProblem> problems) {
    this.structures = structures;
    this.problems = problems;
  }

  /**
   * The text of a value. Text that begins like XML is returned unchanged, and so is a string,
   * number or boolean that the schema does not describe as XML.
   *
   * @param location the location of the value in the call
   */
  public static JsonNode text(
      Schema schema,
      String location,
      JsonNode value,
      Structures structures,
      List<ArgumentProblem> problems) {
    if (value.isNull() || (value.isString() && XmlText.isMarkup(value.stringValue()))) {
      return value;
    }
    List<Schema> whole = structures.whole(schema);
    boolean described = whole.stream().anyMatch(one -> !one.xml().isEmpty());
    if (value.isValueNode() && !described) {
      return value;
    }
    String name =
        whole.stream().map(Schema::name).filter(XmlText::isName).findFirst().orElse("root");
    StringBuilder out = new StringBuilder();
    new XmlWriter(structures, problems).root(out, location, name, List.of(schema), value);
    if (structures.work().isOver()) {
      problems.add(
          new ArgumentProblem(
              location, "is too large to be written as XML here; supply the XML as a string"));
    }
    return JsonNodeFactory.instance.stringNode(out.toString());
  }

  /** A document has a single root element, so an array is wrapped in one. */
  private void root(
      StringBuilder out, String location, String name, List<Schema> schemas, JsonNode value) {
    if (value.isArray()) {
      array(out, location, name, schemas, value, true);
    } else {
      element(out, location, name, schemas, value);
    }
  }

  private XmlMapping facts(List<Schema> schemas) {
    return XmlMapping.of(schemas.stream().flatMap(one -> structures.whole(one).stream()).toList());
  }

  private void element(
      StringBuilder out, String location, String name, List<Schema> schemas, JsonNode value) {
    if (!structures.work().spend(NODE_COST)) {
      return;
    }
    XmlMapping facts = facts(schemas);
    String tag = tag(location, facts, name);
    Attributes attributes = new Attributes(out.append('<').append(tag), new HashMap<>());
    declare(attributes, location, facts);
    if (value.isNull()) {
      out.append(NIL);
      return;
    }
    StringBuilder content = new StringBuilder();
    content(attributes, content, location, name, schemas, value);
    if (content.isEmpty()) {
      out.append("/>");
    } else {
      out.append('>').append(content).append("</").append(tag).append('>');
    }
  }

  private String tag(String location, XmlMapping facts, String name) {
    String local = facts.name().orElse(name);
    if (!XmlText.isName(local)) {
      problem(location, "\"" + local + "\" is not a valid name for an XML element or attribute");
    }
    return facts.prefix().map(prefix -> prefix + ":").orElse("") + local;
  }

  /** The content of an element, and its attributes. */
  private void content(
      Attributes attributes,
      StringBuilder content,
      String location,
      String name,
      List<Schema> schemas,
      JsonNode value) {
    if (value.isObject()) {
      value.forEachEntry(
          (member, inner) -> {
            List<Schema> declared =
                schemas.stream().flatMap(one -> structures.member(one, member)).toList();
            member(attributes, content, location + "/" + member, member, declared, inner);
          });
    } else if (value.isArray()) {
      items(content, location, name, schemas, value);
    } else {
      content.append(scalar(location, value));
    }
  }

  private void member(
      Attributes attributes,
      StringBuilder content,
      String location,
      String name,
      List<Schema> declared,
      JsonNode value) {
    XmlMapping facts = facts(declared);
    switch (facts.nodeType()) {
      case "attribute" -> attribute(attributes, location, tag(location, facts, name), facts, value);
      case "text" -> content.append(value.isNull() ? "" : scalar(location, value));
      case "cdata" ->
          content.append(value.isNull() ? "" : XmlText.cdata(characters(location, value)));
      case "none" -> {
        if (value.isArray()) {
          items(content, location, name, declared, value);
        } else if (!value.isNull()) {
          content(attributes, content, location, name, declared, value);
        }
      }
      default -> {
        if (value.isArray()) {
          array(content, location, name, declared, value, facts.isWrapped());
        } else {
          element(content, location, name, declared, value);
        }
      }
    }
  }

  private void attribute(
      Attributes out, String location, String name, XmlMapping facts, JsonNode value) {
    if (!value.isNull()) {
      if (facts.prefix().isPresent()) {
        declare(out, location, facts);
      }
      String text = XmlText.attribute(characters(location, value));
      out.text().append(' ').append(name).append("=\"").append(text).append('"');
    }
  }

  /** Declares a namespace, once in an element (Namespaces in XML 1.0, section 6.3). */
  private void declare(Attributes out, String location, XmlMapping facts) {
    if (facts.namespace().isEmpty()) {
      return;
    }
    String prefix = facts.prefix().orElse("");
    String before = out.declared().putIfAbsent(prefix, facts.namespace().get());
    if (before == null) {
      out.text().append(facts.declaration());
    } else if (!before.equals(facts.namespace().get())) {
      problem(location, "the prefix \"" + prefix + "\" stands for two namespaces in one element");
    }
  }

  private void array(
      StringBuilder out,
      String location,
      String name,
      List<Schema> schemas,
      JsonNode value,
      boolean wrapped) {
    if (!wrapped) {
      items(out, location, name, schemas, value);
      return;
    }
    XmlMapping facts = facts(schemas);
    String tag = tag(location, facts, name);
    out.append('<').append(tag).append(facts.declaration()).append('>');
    items(out, location, facts.name().orElse(name), schemas, value);
    out.append("</").append(tag).append('>');
  }

  private void items(
      StringBuilder out, String location, String name, List<Schema> schemas, JsonNode value) {
    List<Schema> items =
        schemas.stream()
            .flatMap(one -> structures.all(one).stream())
            .flatMap(one -> one.items().stream())
            .toList();
    XmlMapping facts = facts(items);
    int index = 0;
    for (JsonNode item : value.values()) {
      String itemPlace = location + "[" + index++ + "]";
      switch (facts.nodeType()) {
        case "text" -> out.append(scalar(itemPlace, item));
        case "cdata" -> out.append(XmlText.cdata(characters(itemPlace, item)));
        default -> element(out, itemPlace, name, items, item);
      }
    }
  }

  private String scalar(String location, JsonNode value) {
    return XmlText.text(characters(location, value));
  }

  private String characters(String location, JsonNode value) {
    Optional<String> text = Scalars.string(value);
    if (text.isEmpty()) {
      problem(location, "an array or object cannot be written as XML text or in an attribute");
    } else if (!XmlText.isWritable(text.get())) {
      problem(location, "contains a character that is not allowed in XML");
    }
    return text.orElse("");
  }

  private void problem(String location, String message) {
    problems.add(new ArgumentProblem(location, message));
  }
}
