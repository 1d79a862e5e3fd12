package dev.dragoman.generator.plan.paging;

import dev.dragoman.generator.model.MediaTypeModel;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.model.ResponseModel;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.PagingPlan;
import dev.dragoman.generator.plan.media.ResponseBody;
import dev.dragoman.generator.plan.paging.PagingSearch.Reason;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import java.util.Collection;
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

  private final BodyShape shape;
  private final ResponseBody responses;

  /** Creates the planner of an API. */
  public PagingPlanner(SchemaLookup schemas) {
    this.shape = new BodyShape(schemas);
    this.responses = new ResponseBody(schemas);
  }

  /** How operations page, by ordinal; without those that do not, or in no known way. */
  public Map<Integer, PagingPlan> plan(Collection<OperationPlan> operations) {
    Map<Integer, PagingPlan> plans = new LinkedHashMap<>();
    for (OperationPlan operation : operations) {
      find(operation).plan().ifPresent(plan -> plans.put(operation.ordinal(), plan));
    }
    return plans;
  }

  /** How an operation pages, or why this is not known. */
  public PagingSearch find(OperationPlan operation) {
    OperationModel model = operation.model();
    if (!List.of("GET", "POST", "QUERY").contains(model.method())) {
      return PagingSearch.not(Reason.NOT_A_READ);
    }
    List<ResponseModel> successful = responses.successful(model);
    Optional<MediaTypeModel> media = responses.json(successful);
    if (media.isEmpty()) {
      return PagingSearch.not(Reason.NO_JSON);
    }
    List<ResponseTree.Member> members = ResponseTree.of(shape, media.get().schema());
    ItemLists.Choice lists =
        new ItemLists(shape).choose(media.get().schema(), members, model.path());
    if (lists.chosen().isEmpty()) {
      return PagingSearch.not(lists.any() ? Reason.SEVERAL_LISTS : Reason.NO_LIST);
    }
    boolean isLinked =
        successful.stream()
            .flatMap(response -> response.headers().stream())
            .anyMatch(header -> header.equalsIgnoreCase("Link"));
    return new PagingShape(
            shape,
            Positions.of(shape, operation),
            members,
            lists.chosen().get(),
            isLinked,
            isSearch(model))
        .find();
  }

  private static boolean isSearch(OperationModel model) {
    String last = model.path().replaceAll("/+$", "").replaceFirst(".*/", "");
    return !model.method().equals("POST")
        || WORDS
            .splitAsStream(last + " " + model.operationId().orElse(""))
            .anyMatch(word -> SEARCH.contains(word.toLowerCase(Locale.ROOT)));
  }
}
