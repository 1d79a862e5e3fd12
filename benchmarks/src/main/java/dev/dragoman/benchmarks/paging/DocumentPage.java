package dev.dragoman.benchmarks.paging;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.MediaTypeModel;
import dev.dragoman.generator.model.ResponseModel;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.ParameterPlan;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One page of the list in the shape of the operation's response. */
final class DocumentPage {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int DEPTH = 4;
  private static final int FIRST_ID = 700_000;

  private final SchemaLookup schemas;
  private final OperationPlan operation;
  private final String path;
  private final int start;
  private final int end;
  private final int size;
  private final MediaTypeModel media;
  private final boolean isLinkDeclared;
  private final Json.Obj list;

  DocumentPage(SchemaLookup schemas, OperationPlan operation, String path, int start, int size) {
    this.schemas = schemas;
    this.operation = operation;
    this.path = path;
    this.start = Math.min(start, ListedApi.ITEMS);
    this.end = Math.min(start + size, ListedApi.ITEMS);
    this.size = size;
    List<ResponseModel> successful =
        operation.model().responses().stream()
            .filter(one -> one.status().startsWith("2") || one.status().equals("default"))
            .sorted(Comparator.comparing(ResponseModel::status))
            .toList();
    this.media =
        successful.stream()
            .flatMap(one -> one.content().stream())
            .filter(one -> one.name().contains("json") || one.name().contains("*"))
            .findFirst()
            .orElseThrow();
    this.isLinkDeclared =
        successful.stream()
            .flatMap(one -> one.headers().stream())
            .anyMatch(header -> header.equalsIgnoreCase("Link"));
    this.list = mainList();
  }

  /** A name without case and punctuation. */
  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  String mediaType() {
    return media.name().contains("*") ? "application/json" : media.name();
  }

  private boolean isLast() {
    return end >= ListedApi.ITEMS;
  }

  /** The list on the outermost level whose items have the most members. */
  private Json.Obj mainList() {
    List<Json.Obj> level = List.of(schemas.resolve(media.schema()));
    for (int depth = 0; depth < DEPTH; depth++) {
      Optional<Json.Obj> largest =
          level.stream()
              .filter(this::isList)
              .max(Comparator.comparingInt(one -> members(item(one)).size()));
      if (largest.isPresent()) {
        return largest.get();
      }
      level =
          level.stream()
              .flatMap(one -> members(one).entrySet().stream())
              .filter(member -> !plain(member.getKey()).matches("links|errors|warnings|included"))
              .map(member -> schemas.resolve(member.getValue()))
              .toList();
    }
    throw new IllegalStateException("no list");
  }

  private Map<String, Json> members(Json.Obj schema) {
    Map<String, Json> all = new LinkedHashMap<>(schemas.properties(schema));
    for (String union : List.of("oneOf", "anyOf")) {
      schema
          .items(union)
          .forEach(one -> schemas.properties(schemas.resolve(one)).forEach(all::putIfAbsent));
    }
    return all;
  }

  private boolean isList(Json.Obj schema) {
    return Stream.concat(
            schemas.parts(schema).stream(),
            Stream.of("oneOf", "anyOf")
                .flatMap(union -> schema.items(union).stream())
                .map(schemas::resolve))
        .anyMatch(
            part ->
                part.get("items") != null
                    || SchemaLookup.type(part).filter("array"::equals).isPresent());
  }

  private Json.Obj item(Json.Obj array) {
    return Stream.concat(
            schemas.parts(array).stream(),
            Stream.of("oneOf", "anyOf")
                .flatMap(union -> array.items(union).stream())
                .map(schemas::resolve))
        .flatMap(part -> Stream.ofNullable(part.get("items")))
        .map(schemas::resolve)
        .findFirst()
        .orElse(new Json.Obj(Map.of(), array.location()));
  }

  JsonNode body() {
    return value(schemas.resolve(media.schema()), "", "", DEPTH);
  }

  private JsonNode value(Json.Obj schema, String name, String parent, int depth) {
    if (isList(schema)) {
      return schema.equals(list) ? items() : NODES.arrayNode();
    }
    Map<String, Json> members = members(schema);
    if (!members.isEmpty()) {
      ObjectNode object = NODES.objectNode();
      members.forEach(
          (member, type) -> {
            JsonNode value =
                depth == 0
                    ? NODES.nullNode()
                    : value(schemas.resolve(type), member, name, depth - 1);
            if (!value.isNull()) {
              object.set(member, value);
            }
          });
      return object;
    }
    return scalar(schema, plain(name), plain(parent));
  }

  private JsonNode items() {
    var items = NODES.arrayNode();
    boolean isText = SchemaLookup.type(item(list)).filter("string"::equals).isPresent();
    for (int i = start; i < end; i++) {
      if (isText) {
        items.add(ListedApi.token(i).replace("tk", "it").replace("z", "x"));
      } else {
        items.add(item(i));
      }
    }
    return items;
  }

  private ObjectNode item(int number) {
    ObjectNode item = NODES.objectNode();
    Json type = members(item(list)).get("id");
    Optional<Json.Obj> schema = Optional.ofNullable(type).map(schemas::resolve);
    if (schema.flatMap(SchemaLookup::type).filter("integer"::equals).isPresent()) {
      item.put("id", FIRST_ID + number);
    } else if (schema.filter(one -> "uuid".equals(one.text("format"))).isPresent()) {
      item.put("id", ListedApi.uuid(number));
    } else {
      item.put("id", "it" + number + "x");
    }
    return item.put("n", number);
  }

  private JsonNode scalar(Json.Obj schema, String name, String parent) {
    String type = SchemaLookup.type(schema).orElse("string");
    boolean leadsOn =
        (name + " " + parent).matches(".*next.*")
            || name.matches("endcursor|aftercursor|lastid|continuationtoken")
            || isDeclaredCursor(name)
            || isOwnCursor(name, type);
    if (type.equals("boolean")) {
      return NODES.booleanNode(
          name.matches(".*(more|hasnext|truncated).*")
              ? !isLast()
              : name.matches("(is)?last(page)?|done") && isLast());
    }
    if (leadsOn) {
      return isLast() ? NODES.nullNode() : next(schema, name, type);
    }
    if (type.equals("integer") || type.equals("number")) {
      return NODES.numberNode(
          name.matches(".*total.*") && !name.contains("page") ? ListedApi.ITEMS : 0);
    }
    return type.equals("string") ? NODES.stringNode("x") : NODES.nullNode();
  }

  private boolean isDeclaredCursor(String name) {
    return name.matches("cursor|iterator|marker|bookmark|nexttoken")
        && operation.parameters().stream().anyMatch(one -> plain(one.name()).equals(name));
  }

  /** Some APIs return the next position in a member that has the name of the request's. */
  private boolean isOwnCursor(String name, String type) {
    return name.matches("cursor|iterator|offset")
        && type.equals("string")
        && operation.body().isPresent();
  }

  private JsonNode next(Json.Obj schema, String name, String type) {
    if (name.equals("lastid")) {
      return "uuid".equals(schema.text("format"))
          ? NODES.stringNode(ListedApi.uuid(end - 1))
          : item(end - 1).get("id");
    }
    if (type.equals("integer") || type.equals("number")) {
      return NODES.numberNode(start / size + firstPage(operation) + 1);
    }
    boolean isUrl =
        "uri".equals(schema.text("format"))
            || name.matches(".*(url|uri|link|href)")
            || (name.matches("next|nextpage") && cursor().isEmpty());
    return NODES.stringNode(isUrl ? url() : ListedApi.token(end));
  }

  /** The URL of the next page, with the parameter that the document declares for it, if any. */
  private String url() {
    Optional<String> cursor = cursor();
    if (cursor.isPresent()) {
      boolean isId =
          operation.parameters().stream()
              .anyMatch(one -> one.name().equals(cursor.get()) && isInteger(one));
      String value = isId ? String.valueOf(FIRST_ID + end - 1) : ListedApi.token(end);
      return path + "?" + ListedApi.encoded(cursor.get()) + "=" + value;
    }
    Optional<String> offset = declared("offset|skip|startat|startindex");
    if (offset.isPresent()) {
      return path + "?" + ListedApi.encoded(offset.get()) + "=" + end;
    }
    return declared("page|pagenumber")
        .map(page -> path + "?" + page + "=" + (start / size + firstPage(operation) + 1))
        .orElse(path + "?%24skiptoken=" + ListedApi.token(end));
  }

  private Optional<String> cursor() {
    return declared(
        ".*(token|cursor)|after|pageafter|startingafter|skiptoken|marker|iterator|afterid|since");
  }

  private Optional<String> declared(String names) {
    return operation.parameters().stream()
        .filter(one -> one.place().equals("query") && plain(one.name()).matches(names))
        .filter(one -> !one.name().matches("(?i)(access_|oauth_)?token"))
        .filter(one -> !isNamedSince(one) || isInteger(one))
        .map(ParameterPlan::name)
        .findFirst();
  }

  /** A time or, as a number, the id of an item. */
  private static boolean isNamedSince(ParameterPlan parameter) {
    return parameter.name().equals("since");
  }

  private boolean isInteger(ParameterPlan parameter) {
    return SchemaLookup.type(schemas.resolve(parameter.model().schema()))
        .filter("integer"::equals)
        .isPresent();
  }

  /** The {@code Link} header; empty if the API would not send one. */
  String link() {
    boolean isBare = isList(schemas.resolve(media.schema()));
    boolean isDescribed =
        operation.parameters().stream().anyMatch(one -> one.description().contains("Link header"));
    if (!isLinkDeclared && !isBare && !isDescribed) {
      return "";
    }
    return isLast()
        ? "<" + path + ">; rel=\"first\""
        : "<" + url() + ">; rel=\"next\", <" + path + ">; rel=\"first\"";
  }

  /** The number of the first page, by the parameter's default or minimum, or its description. */
  static int firstPage(OperationPlan operation) {
    for (ParameterPlan one : operation.parameters()) {
      if (plain(one.name()).matches("page|pagenumber|pageindex")) {
        String schema = String.valueOf(one.model().schema());
        boolean isZero =
            schema.matches("(?s).*(default|minimum)=Num\\[digits=0,.*")
                && !schema.matches("(?s).*default=Num\\[digits=1,.*");
        return isZero || one.description().matches("(?is).*(zero.based|0.based|start\\w* at 0).*")
            ? 0
            : 1;
      }
    }
    return operation.body().isPresent() ? 0 : 1;
  }
}
