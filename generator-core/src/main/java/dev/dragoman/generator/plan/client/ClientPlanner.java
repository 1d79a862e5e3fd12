package dev.dragoman.generator.plan.client;

import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.model.MediaTypeModel;
import dev.dragoman.generator.model.ResponseModel;
import dev.dragoman.generator.plan.ClientPlan;
import dev.dragoman.generator.plan.ClientPlan.Answer;
import dev.dragoman.generator.plan.ClientPlan.Pages;
import dev.dragoman.generator.plan.GroupPlan;
import dev.dragoman.generator.plan.JavaType;
import dev.dragoman.generator.plan.ModelPlan;
import dev.dragoman.generator.plan.ModelPlan.ObjectPlan;
import dev.dragoman.generator.plan.ModelPlan.PropertyPlan;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.PagingPlan;
import dev.dragoman.generator.plan.media.ResponseBody;
import dev.dragoman.generator.plan.name.JavaIdentifiers;
import dev.dragoman.generator.plan.name.NameTable;
import dev.dragoman.generator.plan.name.ReservedNames;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import dev.dragoman.generator.plan.type.ModelPlanner;
import dev.dragoman.generator.plan.type.ShapeReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans the typed client of an API, after everything that requests need. */
public final class ClientPlanner {
  /** Methods of a class: keeps files below 1,000 lines, and classes below the JVM's limits. */
  private static final int SLICE_SIZE = 60;

  private final ModelPlanner models;
  private final ResponseBody responses;
  private final Map<Integer, PagingPlan> paging;
  private final Map<String, ModelPlan> modelsByName = new HashMap<>();
  private final Map<Integer, Answer> answers = new HashMap<>();

  private ClientPlanner(ApiModel api, ModelPlanner models, Map<Integer, PagingPlan> paging) {
    SchemaLookup schemas = new SchemaLookup(api.definitions());
    this.models = models;
    this.responses = new ResponseBody(schemas);
    this.paging = paging;
    models.planResponses(new ShapeReader(schemas, ShapeReader.Direction.RESPONSE));
  }

  /**
   * The client of an API.
   *
   * @param word the vendor's word in class names
   * @param models the planner of the requests' types, which then has those of responses, too
   * @param paging how operations page, by ordinal
   */
  public static ClientPlan plan(
      ApiModel api,
      String word,
      String packageName,
      List<GroupPlan> groups,
      ModelPlanner models,
      Map<Integer, PagingPlan> paging) {
    return new ClientPlanner(api, models, paging).plan(word, packageName, groups);
  }

  private ClientPlan plan(String word, String packageName, List<GroupPlan> groups) {
    Map<String, List<GroupPlan>> byTag = new LinkedHashMap<>();
    for (GroupPlan group : groups) {
      byTag.computeIfAbsent(group.tag(), tag -> new ArrayList<>()).add(group);
      group.operations().forEach(one -> answers.put(one.ordinal(), answer(one)));
    }
    models.models().forEach(model -> modelsByName.put(model.className(), model));
    NameTable classes = new NameTable(ReservedNames.TYPES);
    NameTable accessors = new NameTable(ReservedNames.METHODS);
    String className = classes.claim(word + "Client");
    List<ClientPlan.TagClient> tags = new ArrayList<>();
    byTag.forEach((tag, parts) -> tags.add(tag(tag, parts, classes, accessors)));
    return new ClientPlan(className, packageName + ".client", tags);
  }

  private ClientPlan.TagClient tag(
      String tag, List<GroupPlan> groups, NameTable classes, NameTable accessors) {
    String word = tag.isEmpty() ? "Operations" : JavaIdentifiers.typeName(tag, "Tag");
    List<ClientPlan.Method> methods = methods(groups);
    List<ClientPlan.Slice> slices = new ArrayList<>();
    for (int start = 0; start < methods.size(); start += SLICE_SIZE) {
      int end = Math.min(methods.size(), start + SLICE_SIZE);
      slices.add(new ClientPlan.Slice(classes.claim(word + "Client"), methods.subList(start, end)));
    }
    return new ClientPlan.TagClient(
        accessors.claim(JavaIdentifiers.memberName(word, "tag")),
        tag,
        groups.get(0).description(),
        slices);
  }

  private List<ClientPlan.Method> methods(List<GroupPlan> groups) {
    NameTable names = new NameTable(ReservedNames.METHODS);
    Map<Integer, String> byOrdinal = new HashMap<>();
    groups.forEach(
        group ->
            group
                .operations()
                .forEach(
                    one ->
                        byOrdinal.put(
                            one.ordinal(),
                            names.claim(JavaIdentifiers.memberName(one.id(), "call")))));
    List<ClientPlan.Method> methods = new ArrayList<>();
    for (GroupPlan group : groups) {
      for (OperationPlan one : group.operations()) {
        String name = byOrdinal.getOrDefault(one.ordinal(), "");
        Answer answer = answers.getOrDefault(one.ordinal(), new Answer.Reply());
        Optional<Pages> pages =
            pages(one, answer)
                .map(found -> new Pages(names.claim(name + "Pages"), found.plan(), found.item()));
        methods.add(new ClientPlan.Method(name, group.className(), one, answer, pages));
      }
    }
    return methods;
  }

  private Answer answer(OperationPlan operation) {
    List<ResponseModel> successful = responses.successful(operation.model());
    Optional<MediaTypeModel> json = responses.json(successful);
    if (json.isPresent()) {
      boolean optional = successful.stream().anyMatch(one -> one.content().isEmpty());
      return new Answer.Value(
          models.response(operation.className(), json.get().schema()), optional);
    }
    boolean isEmpty =
        !successful.isEmpty() && successful.stream().allMatch(one -> one.content().isEmpty());
    return isEmpty ? new Answer.Nothing() : new Answer.Reply();
  }

  /** A way of paging with the type of the items. */
  private record Typed(PagingPlan plan, JavaType item) {}

  private Optional<Typed> pages(OperationPlan operation, Answer answer) {
    return answer instanceof Answer.Value value
        ? Optional.ofNullable(paging.get(operation.ordinal()))
            .flatMap(plan -> item(value.type(), plan).map(item -> new Typed(plan, item)))
        : Optional.empty();
  }

  /** The type of the items, which the response's own type has. */
  private Optional<JavaType> item(JavaType response, PagingPlan plan) {
    Optional<JavaType> type = Optional.of(response);
    for (String member : members(plan.items())) {
      type = type.flatMap(outer -> member(outer, member));
    }
    return type.flatMap(ClientPlanner::element);
  }

  /** The names in a path, which is a JSON Pointer if it begins with a slash. */
  private static List<String> members(String path) {
    if (path.startsWith("/")) {
      return Arrays.stream(path.substring(1).split("/", -1))
          .map(name -> name.replace("~1", "/").replace("~0", "~"))
          .toList();
    }
    return path.isEmpty() ? List.of() : List.of(path.split("\\.", -1));
  }

  private Optional<JavaType> member(JavaType outer, String name) {
    return outer instanceof JavaType.Model model
            && modelsByName.get(model.names().get(0)) instanceof ObjectPlan object
        ? object.properties().stream()
            .filter(property -> property.name().equals(name))
            .map(PropertyPlan::type)
            .findFirst()
        : Optional.empty();
  }

  private static Optional<JavaType> element(JavaType type) {
    return type instanceof JavaType.ListOf list
        ? Optional.of(list.element())
        : Optional.<JavaType>of(JavaType.Simple.JSON).filter(json -> type == JavaType.Simple.ARRAY);
  }
}
