package dev.dragoman.generator.plan.search;

import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.model.ParameterModel;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the ids in the paths of an API's operations come from: the operations that yield them, with
 * the fields of their responses.
 */
public final class IdSources {
  private final ApiModel api;
  private final SchemaLookup schemas;
  private final IdFields fields;
  private final List<List<Producers.Source>> producers;
  private final List<PathShape> paths;
  private final Map<Integer, Optional<ResponseItem>> items = new HashMap<>();

  /** The parameters that follow a path, by the path's prefix. */
  private final Map<String, List<Child>> children = new HashMap<>();

  private final List<List<Link>> links = new ArrayList<>();
  private final List<Set<String>> wanted = new ArrayList<>();

  /**
   * A source of an id.
   *
   * @param operation the ordinal of the operation that yields it
   * @param parameter the name of the path parameter
   * @param field the path of the field in its response, separated by dots; lists are passed
   *     through; empty if unknown
   */
  public record Link(int operation, String parameter, String field) {}

  /** A parameter that selects one of a collection. */
  private record Child(ParameterModel parameter, List<String> nouns) {}

  /** Finds the sources of an API. */
  public IdSources(ApiModel api) {
    this.api = api;
    this.schemas = new SchemaLookup(api.definitions());
    this.fields = new IdFields(schemas);
    this.producers = Producers.of(new ResponseFields(api).routes());
    this.paths =
        api.operations().stream().map(operation -> PathShape.of(operation.path())).toList();
    for (int i = 0; i < paths.size(); i++) {
      wanted.add(new HashSet<>());
      enterChildren(i);
    }
    for (int i = 0; i < paths.size(); i++) {
      links.add(linked(i));
      wantChildren(i);
    }
  }

  /** The ordinals of the operations that yield an operation's path ids, at most three. */
  public List<Integer> producers(int operation) {
    return producers.get(operation).stream().map(Producers.Source::operation).toList();
  }

  /** The same with the fields that contain the ids. */
  public List<Link> of(int operation) {
    return Collections.unmodifiableList(links.get(operation));
  }

  /** The names of the fields in an operation's response that other operations need. */
  public Set<String> wanted(int operation) {
    return Collections.unmodifiableSet(wanted.get(operation));
  }

  private void enterChildren(int operation) {
    PathShape path = paths.get(operation);
    for (int segment = 1; segment < path.segments().size(); segment++) {
      if (path.isParameter(segment)) {
        List<Child> known =
            children.computeIfAbsent(path.prefix(segment), unused -> new ArrayList<>());
        String name = path.parameter(segment);
        if (known.stream().noneMatch(child -> child.parameter().name().equals(name))) {
          List<String> nouns = path.nouns(segment);
          parameter(operation, name).ifPresent(found -> known.add(new Child(found, nouns)));
        }
      }
    }
  }

  private List<Link> linked(int operation) {
    List<Link> found = new ArrayList<>();
    for (Producers.Source source : producers.get(operation)) {
      String name = paths.get(operation).parameter(source.segment());
      Optional<ResponseItem> item = item(source.operation());
      Optional<String> field =
          item.flatMap(
              present ->
                  parameter(operation, name)
                      .flatMap(
                          parameter ->
                              fields.of(
                                  parameter,
                                  paths.get(operation).nouns(source.segment()),
                                  present.fields())));
      field.ifPresent(path -> want(source.operation(), path));
      String path = field.map(last -> joined(item, last)).orElse("");
      found.add(new Link(source.operation(), name, path));
    }
    return found;
  }

  private static String joined(Optional<ResponseItem> item, String field) {
    String path = item.map(ResponseItem::path).orElse("");
    return path.isEmpty() ? field : path + "." + field;
  }

  /** Notes what the paths below an operation's collection need of its response. */
  private void wantChildren(int operation) {
    PathShape path = paths.get(operation);
    int length = path.segments().size();
    wantChild(operation, path.prefix(length));
    while (length > 0 && path.segments().get(length - 1).contains("{")) {
      length--;
      wantChild(operation, path.prefix(length));
    }
  }

  private void wantChild(int operation, String collection) {
    for (Child child : children.getOrDefault(collection, List.of())) {
      item(operation)
          .flatMap(item -> fields.of(child.parameter(), child.nouns(), item.fields()))
          .ifPresent(field -> want(operation, field));
    }
  }

  private void want(int operation, String path) {
    wanted.get(operation).addAll(List.of(path.split("\\.", -1)));
  }

  private Optional<ResponseItem> item(int operation) {
    return items.computeIfAbsent(
        operation, ordinal -> ResponseItem.of(api.operations().get(ordinal), schemas));
  }

  private Optional<ParameterModel> parameter(int operation, String name) {
    OperationModel model = api.operations().get(operation);
    return model.parameters().stream()
        .filter(one -> one.in() == ParameterModel.In.PATH && one.name().equals(name))
        .findFirst();
  }
}
