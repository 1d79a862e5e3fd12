package dev.dragoman.generator.plan.build;

import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.plan.GroupPlan;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.OperationRights;
import dev.dragoman.generator.plan.access.ConfiguredApi;
import dev.dragoman.generator.plan.name.JavaIdentifiers;
import dev.dragoman.generator.plan.name.NameTable;
import dev.dragoman.generator.plan.name.ReservedNames;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import dev.dragoman.generator.plan.type.BodyPlanner;
import dev.dragoman.generator.plan.type.EnumTable;
import dev.dragoman.generator.plan.type.ModelPlanner;
import dev.dragoman.generator.plan.type.TypePlanner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Divides the operations of an API into classes of handlers: by first tag, then by size. A class is
 * loaded only when one of its operations is called, so smaller classes also keep the server's start
 * short.
 */
final class GroupPlanner {
  /** Maximum number of lines of a file, without its head. */
  private static final int MAX_LINES = 850;

  private final ApiModel api;
  private final String apiClassName;
  private final List<String> ids;
  private final List<OperationRights> rights;
  private final OperationPlanner operationPlanner;
  private final TypePlanner types;
  private final NameTable classNames = new NameTable(ReservedNames.TYPES);

  /**
   * Creates the planner of an API.
   *
   * @param apiClassName the name of the group for operations without a tag
   * @param models plans the types that parameters and bodies need
   */
  GroupPlanner(ConfiguredApi view, String apiClassName, ModelPlanner models) {
    this.api = view.api();
    this.apiClassName = apiClassName;
    this.ids = view.ids();
    this.rights = view.rights();
    SchemaLookup schemas = new SchemaLookup(api.definitions());
    this.types = new TypePlanner(schemas, models);
    this.operationPlanner = new OperationPlanner(types, new BodyPlanner(schemas, models));
  }

  /** The groups, in the order in which their tags first occur. */
  List<GroupPlan> plan() {
    List<GroupPlan> groups = new ArrayList<>();
    ordinalsByTag()
        .forEach(
            (tag, ordinals) -> {
              for (List<Integer> slice : slices(ordinals)) {
                groups.add(group(groups.size(), tag, slice));
              }
            });
    return groups;
  }

  /**
   * Divides operations, in the given order, into the fewest slices that keep classes and files
   * within their limits.
   */
  private List<List<Integer>> slices(List<Integer> ordinals) {
    List<List<Integer>> slices = new ArrayList<>();
    List<Integer> slice = new ArrayList<>();
    int lines = 0;
    for (int ordinal : ordinals) {
      int more = types.lines(api.operations().get(ordinal));
      if (!slice.isEmpty() && (slice.size() == Planner.GROUP_SIZE || lines + more > MAX_LINES)) {
        slices.add(slice);
        slice = new ArrayList<>();
        lines = 0;
      }
      slice.add(ordinal);
      lines += more;
    }
    slices.add(slice);
    return slices;
  }

  private Map<String, List<Integer>> ordinalsByTag() {
    Map<String, List<Integer>> byTag = new LinkedHashMap<>();
    for (int ordinal = 0; ordinal < api.operations().size(); ordinal++) {
      List<String> tags = api.operations().get(ordinal).tags();
      byTag
          .computeIfAbsent(tags.isEmpty() ? "" : tags.get(0), tag -> new ArrayList<>())
          .add(ordinal);
    }
    return byTag;
  }

  /**
   * Plans one group. All class names are claimed before any enum is named, so that an operation's
   * name never depends on the enums of others.
   */
  private GroupPlan group(int number, String tag, List<Integer> ordinals) {
    String words = tag.isEmpty() ? apiClassName : JavaIdentifiers.typeName(tag, "Tag");
    String className = classNames.claim(words + "Operations");
    NameTable nested = new NameTable(ReservedNames.TYPES);
    nested.claim(className);
    Map<Integer, String> requestClasses = new LinkedHashMap<>();
    for (int ordinal : ordinals) {
      String name = JavaIdentifiers.typeName(ids.get(ordinal), "Operation");
      requestClasses.put(ordinal, nested.claim(name, "Operation"));
    }
    NameTable methods = new NameTable(ReservedNames.METHODS);
    EnumTable enums = new EnumTable(nested);
    for (int ordinal : ordinals) {
      api.operations().get(ordinal).parameters().forEach(p -> types.announce(p, enums));
    }
    List<OperationPlan> operations = new ArrayList<>();
    requestClasses.forEach(
        (ordinal, name) -> {
          OperationModel model = api.operations().get(ordinal);
          operations.add(
              operationPlanner.plan(
                  ordinal,
                  ids.get(ordinal),
                  name,
                  methods.claim(JavaIdentifiers.memberName(ids.get(ordinal), "operation")),
                  model,
                  rights.get(ordinal),
                  enums));
        });
    return new GroupPlan(number, className, tag, description(tag), operations, enums.all());
  }

  private String description(String tag) {
    return api.tags().stream()
        .filter(declared -> declared.name().equals(tag))
        .map(ApiModel.Tag::description)
        .findFirst()
        .orElse("");
  }
}
