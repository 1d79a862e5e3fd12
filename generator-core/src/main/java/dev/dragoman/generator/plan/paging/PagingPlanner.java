package dev.dragoman.generator.plan.paging;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.MediaTypeModel;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.model.ResponseModel;
import dev.dragoman.generator.options.PagingChoice;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.PagingPlan;
import dev.dragoman.generator.plan.media.ResponseBody;
import dev.dragoman.generator.plan.paging.PagingSearch.Reason;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import dev.dragoman.generator.problem.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognizes how the pages of operations follow each other, by their shape. */
public final class PagingPlanner {
  /** Words in the path or name of a POST that only looks things up. */
  private static final Set<String> SEARCH =
      Set.of(
          "search", "query", "queries", "list", "find", "filter", "browse", "scroll", "lookup",
          "get", "fetch");

  private static final Pattern WORDS = Pattern.compile("[^A-Za-z]+|(?<=[a-z])(?=[A-Z])");

  private static final Set<String> METHODS = Set.of("GET", "POST", "QUERY");

  private final BodyShape shape;
  private final ResponseBody responses;

  /** Creates the planner of an API. */
  public PagingPlanner(SchemaLookup schemas) {
    this.shape = new BodyShape(schemas);
    this.responses = new ResponseBody(schemas);
  }

  /**
   * How operations page, by ordinal; without those that do not, or in no known way.
   *
   * @param choices what the operator says, by ordinal
   * @param problems receives what is wrong with it
   */
  public Map<Integer, PagingPlan> plan(
      List<OperationPlan> operations, List<Optional<PagingChoice>> choices, Problems problems) {
    Map<Integer, PagingPlan> plans = new LinkedHashMap<>();
    for (OperationPlan operation : operations) {
      Optional<PagingPlan> recognized = find(operation).plan();
      Optional<PagingChoice> choice = choices.get(operation.ordinal());
      PagingFaults faults = new PagingFaults(operation.id(), problems);
      Optional<PagingPlan> plan =
          choice.isEmpty()
              ? recognized
              : new ConfiguredPaging(shape(operation), choice.get(), recognized, faults).plan();
      plan.ifPresent(found -> plans.put(operation.ordinal(), found));
    }
    return plans;
  }

  /** How an operation pages by its shape, or why this is not known. */
  public PagingSearch find(OperationPlan operation) {
    if (!METHODS.contains(operation.method())) {
      return PagingSearch.not(Reason.NOT_A_READ);
    }
    OperationShape found = shape(operation);
    if (found.body().isEmpty()) {
      return PagingSearch.not(Reason.NO_JSON);
    }
    return found
        .lists()
        .chosen()
        .map(list -> new PagingShape(found, list).find())
        .orElseGet(
            () -> PagingSearch.not(found.lists().any() ? Reason.SEVERAL_LISTS : Reason.NO_LIST));
  }

  private OperationShape shape(OperationPlan operation) {
    OperationModel model = operation.model();
    List<ResponseModel> successful = responses.successful(model);
    Optional<Json> body = responses.json(successful).map(MediaTypeModel::schema);
    List<ResponseTree.Member> members =
        body.map(schema -> ResponseTree.of(shape, schema)).orElse(List.of());
    ItemLists.Choice lists =
        body.map(schema -> new ItemLists(shape).choose(schema, members, model.path()))
            .orElse(ItemLists.Choice.NONE);
    boolean isLinked =
        successful.stream()
            .flatMap(response -> response.headers().stream())
            .anyMatch(header -> header.equalsIgnoreCase("Link"));
    return new OperationShape(
        shape, Positions.of(shape, operation), body, members, lists, isLinked, isSearch(model));
  }

  private static boolean isSearch(OperationModel model) {
    String last = model.path().replaceAll("/+$", "").replaceFirst(".*/", "");
    return !model.method().equals("POST")
        || WORDS
            .splitAsStream(last + " " + model.operationId().orElse(""))
            .anyMatch(word -> SEARCH.contains(word.toLowerCase(Locale.ROOT)));
  }
}
