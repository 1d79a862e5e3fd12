package dev.dragoman.generator.plan.search;

import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.model.ApiModel.SecurityRequirement;
import dev.dragoman.generator.model.BodyModel;
import dev.dragoman.generator.model.MediaTypeModel;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.model.ParameterModel;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.PagingPlan;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.catalog.IdSource;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.search.index.IndexedOperation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Plans what search shows and indexes for each operation. */
public final class CardPlanner {
  private final ApiModel api;
  private final SchemaLookup schemas;
  private final Signatures signatures;

  /** Creates the planner of an API. */
  public CardPlanner(ApiModel api) {
    this.api = api;
    this.schemas = new SchemaLookup(api.definitions());
    this.signatures = new Signatures(schemas, api);
  }

  /**
   * The card of an operation, which a search hit shows.
   *
   * @param group the number of the operation's group
   * @param sources where the ids in its path come from
   * @param wanted names of the fields of its response that other operations need
   * @param paging how it pages, if this is known
   */
  public OperationCard card(
      OperationPlan operation,
      int group,
      List<IdSource> sources,
      Set<String> wanted,
      Optional<PagingPlan> paging) {
    OperationModel model = operation.model();
    return OperationCard.builder(
            Operation.of(operation.id(), model.method(), model.path(), operation.access()))
        .group(group)
        .tag(model.tags().isEmpty() ? "" : model.tags().get(0))
        .summary(summary(model))
        .deprecated(model.deprecated())
        .parameters(signatures.parameters(operation))
        .body(signatures.body(operation))
        .returns(signatures.returns(operation, wanted))
        .pagination(paging.map(PagingText::of).orElse(""))
        .auth(auth(model.security().orElse(api.security())))
        .idSources(sources)
        .authModes(operation.rights().authModes())
        .scopes(operation.rights().scopes())
        .build();
  }

  /**
   * The text of an operation that the search index contains.
   *
   * @param producers ordinals of the operations that yield the ids in its path
   * @param keywords the operator's words for it
   */
  public IndexedOperation indexed(
      OperationPlan operation, List<Integer> producers, List<String> keywords) {
    OperationModel model = operation.model();
    return new IndexedOperation(
        operation.id(),
        model.method(),
        model.path(),
        model.tags(),
        model.summary(),
        model.description(),
        model.parameters().stream().map(ParameterModel::name).toList(),
        bodyFields(model.body()),
        model.deprecated(),
        producers,
        keywords);
  }

  private List<String> bodyFields(Optional<BodyModel> body) {
    return body.stream()
        .flatMap(present -> present.content().stream())
        .limit(1)
        .map(MediaTypeModel::schema)
        .flatMap(schema -> schemas.properties(schemas.resolve(schema)).keySet().stream())
        .toList();
  }

  /** The document's summary, or the first sentence of its description; at most 160 characters. */
  static String summary(OperationModel model) {
    String text = model.summary().isBlank() ? model.description() : model.summary();
    String line = text.strip().lines().findFirst().orElse("").strip();
    int end = line.indexOf(". ");
    String sentence = model.summary().isBlank() && end > 0 ? line.substring(0, end + 1) : line;
    return sentence.length() > 160 ? sentence.substring(0, 160) + "…" : sentence;
  }

  /** The alternative credentials of an operation as text, e.g. {@code apiKey or oauth + tenant}. */
  private static String auth(List<SecurityRequirement> alternatives) {
    return alternatives.stream()
        .filter(requirement -> !requirement.schemes().isEmpty())
        .map(requirement -> String.join(" + ", requirement.schemes().keySet()))
        .collect(Collectors.joining(" or "));
  }
}
