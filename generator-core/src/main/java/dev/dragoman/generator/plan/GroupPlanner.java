package dev.dragoman.generator.plan;

import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.model.OperationModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cuts the operations of an API into classes of handlers: by first tag, then by size. */
final class GroupPlanner {
  private final ApiModel api;
  private final String apiClassName;
  private final List<String> ids;
  private final OperationPlanner operationPlanner;
  private final TypePlanner types;
  private final NameTable classNames = new NameTable(Reserved.TYPES);

  GroupPlanner(ApiModel api, String apiClassName, List<String> ids) {
    this.api = api;
    this.apiClassName = apiClassName;
    this.ids = ids;
    this.types = new TypePlanner(new Schemas(api.definitions()));
    this.operationPlanner = new OperationPlanner(types);
  }

  List<GroupPlan> plan() {
    List<GroupPlan> groups = new ArrayList<>();
    ordinalsByTag()
        .forEach(
            (tag, ordinals) -> {
              for (int from = 0; from < ordinals.size(); from += Planner.GROUP_SIZE) {
                int to = Math.min(from + Planner.GROUP_SIZE, ordinals.size());
                groups.add(group(groups.size(), tag, ordinals.subList(from, to)));
              }
            });
    return groups;
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

  private GroupPlan group(int number, String tag, List<Integer> ordinals) {
    String words = tag.isEmpty() ? apiClassName : Identifiers.typeName(tag, "Tag");
    String className = classNames.claim(words + "Operations");
    NameTable nested = new NameTable(Reserved.TYPES);
    nested.claim(className);
    Map<Integer, String> requestClasses = new LinkedHashMap<>();
    for (int ordinal : ordinals) {
      String name = Identifiers.typeName(ids.get(ordinal), "Operation");
      requestClasses.put(ordinal, nested.claim(name, "Operation"));
    }
    EnumTable enums = new EnumTable(nested);
    for (int ordinal : ordinals) {
      api.operations().get(ordinal).parameters().forEach(p -> types.announce(p, enums));
    }
    List<OperationPlan> operations = new ArrayList<>();
    requestClasses.forEach(
        (ordinal, name) -> {
          OperationModel model = api.operations().get(ordinal);
          operations.add(operationPlanner.plan(ordinal, ids.get(ordinal), name, model, enums));
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
