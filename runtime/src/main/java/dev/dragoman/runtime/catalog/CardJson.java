package dev.dragoman.runtime.catalog;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.json.JsonWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A card as JSON. Empty members are omitted. */
final class CardJson {
  private CardJson() {}

  static String write(OperationCard card) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", card.id()).put("method", card.method()).put("path", card.path());
    node.put("group", card.group()).put("access", card.access().word());
    if (card.deprecated()) {
      node.put("deprecated", true);
    }
    put(node, "tag", card.tag());
    put(node, "summary", card.summary());
    put(node, "parameters", card.parameters());
    put(node, "body", card.body());
    put(node, "returns", card.returns());
    put(node, "pagination", card.pagination());
    put(node, "auth", card.auth());
    idSources(node, card);
    limits(node, card);
    return JsonWriter.write(node);
  }

  static OperationCard read(JsonNode node) {
    return OperationCard.builder(
            Operation.of(
                node.required("id").stringValue(),
                node.required("method").stringValue(),
                node.required("path").stringValue(),
                AccessLevel.valueOf(
                    node.required("access").stringValue().toUpperCase(Locale.ROOT))))
        .group(node.required("group").intValue())
        .tag(text(node, "tag"))
        .summary(text(node, "summary"))
        .deprecated(node.path("deprecated").booleanValue(false))
        .parameters(text(node, "parameters"))
        .body(text(node, "body"))
        .returns(text(node, "returns"))
        .pagination(text(node, "pagination"))
        .auth(text(node, "auth"))
        .idSources(idSources(node.path("idSources")))
        .authModes(authModes(node.path("authModes")))
        .scopes(scopes(node.path("scopes")))
        .build();
  }

  private static void idSources(ObjectNode node, OperationCard card) {
    if (!card.idSources().isEmpty()) {
      ArrayNode array = node.putArray("idSources");
      for (IdSource source : card.idSources()) {
        ObjectNode object = array.addObject();
        object.put("operation", source.operation()).put("parameter", source.parameter());
        put(object, "field", source.field());
      }
    }
  }

  private static List<IdSource> idSources(JsonNode array) {
    List<IdSource> sources = new ArrayList<>();
    for (JsonNode node : array) {
      sources.add(
          new IdSource(
              node.required("operation").stringValue(),
              node.required("parameter").stringValue(),
              text(node, "field")));
    }
    return sources;
  }

  /** The operation's requirements for callers; most have none. */
  private static void limits(ObjectNode node, OperationCard card) {
    if (card.authModes().size() < AuthMode.values().length) {
      ArrayNode modes = node.putArray("authModes");
      card.authModes().stream().sorted().map(AuthMode::word).forEach(modes::add);
    }
    if (!card.scopes().isEmpty()) {
      ArrayNode alternatives = node.putArray("scopes");
      card.scopes().forEach(together -> together.forEach(alternatives.addArray()::add));
    }
  }

  private static Set<AuthMode> authModes(JsonNode array) {
    Set<AuthMode> modes = EnumSet.noneOf(AuthMode.class);
    texts(array).forEach(word -> modes.add(AuthMode.of(word).orElseThrow()));
    return modes.isEmpty() ? EnumSet.allOf(AuthMode.class) : modes;
  }

  private static List<List<String>> scopes(JsonNode array) {
    List<List<String>> alternatives = new ArrayList<>();
    array.forEach(together -> alternatives.add(texts(together)));
    return alternatives;
  }

  private static void put(ObjectNode node, String member, String value) {
    if (!value.isEmpty()) {
      node.put(member, value);
    }
  }

  private static String text(JsonNode node, String member) {
    return node.path(member).stringValue("");
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.stringValue()));
    return texts;
  }
}
