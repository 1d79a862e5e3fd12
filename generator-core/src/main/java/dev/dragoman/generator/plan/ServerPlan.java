package dev.dragoman.generator.plan;

import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.model.ApiModel.SecurityRequirement;
import dev.dragoman.generator.options.OperatorChoices;
import dev.dragoman.runtime.Environment;
import dev.dragoman.runtime.SecurityScheme;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.search.index.IndexedOperation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A server with everything decided. Emitters print it and never look at the document themselves.
 *
 * @param names the names and places of what is generated
 * @param environments where the API is served, the default first
 * @param securitySchemes the document's and the operator's security schemes
 * @param operator the operator's choices about operations and credentials
 * @param groups in the order of their numbers
 * @param models the types for request bodies, in the order in which they were needed
 * @param fallbacks parts of request bodies that are untyped JSON in Java
 * @param operations all operations, by ordinal
 * @param cards what search hits show, by ordinal
 * @param indexed what the search index contains, by ordinal
 * @param paging how operations page, by ordinal; without those that do not, or in no known way
 * @param formerIds ids that operations had before the document renamed them, by ordinal; without
 *     those that were not renamed
 * @param client the typed client; empty unless the operator wants one
 * @param tools the operations that are tools of their own
 * @param scripts whether the server offers the tool {@code run_script}
 * @param model the API in the document
 */
public record ServerPlan(
    ServerNames names,
    List<Environment> environments,
    List<SecurityScheme> securitySchemes,
    OperatorChoices operator,
    List<GroupPlan> groups,
    List<ModelPlan> models,
    List<JsonFallback> fallbacks,
    List<OperationPlan> operations,
    List<OperationCard> cards,
    List<IndexedOperation> indexed,
    Map<Integer, PagingPlan> paging,
    Map<Integer, List<String>> formerIds,
    Optional<ClientPlan> client,
    ToolsPlan tools,
    boolean scripts,
    ApiModel model) {
  public ServerPlan {
    Objects.requireNonNull(names);
    environments = List.copyOf(environments);
    securitySchemes = List.copyOf(securitySchemes);
    Objects.requireNonNull(operator);
    groups = List.copyOf(groups);
    models = List.copyOf(models);
    fallbacks = List.copyOf(fallbacks);
    operations = List.copyOf(operations);
    cards = List.copyOf(cards);
    indexed = List.copyOf(indexed);
    paging = Map.copyOf(paging);
    formerIds = Map.copyOf(formerIds);
    Objects.requireNonNull(client);
    Objects.requireNonNull(tools);
    Objects.requireNonNull(model);
  }

  /** This plan with other tools. */
  public ServerPlan withTools(ToolsPlan others) {
    return with(formerIds, others);
  }

  /**
   * This plan with former ids.
   *
   * @param former the former ids of operations by their present one
   */
  public ServerPlan withFormerIds(Function<String, List<String>> former) {
    Map<Integer, List<String>> byOrdinal = new HashMap<>();
    for (OperationPlan operation : operations) {
      List<String> ids = former.apply(operation.id());
      if (!ids.isEmpty()) {
        byOrdinal.put(operation.ordinal(), ids);
      }
    }
    return with(byOrdinal, tools);
  }

  private ServerPlan with(Map<Integer, List<String>> former, ToolsPlan others) {
    return new ServerPlan(
        names,
        environments,
        securitySchemes,
        operator,
        groups,
        models,
        fallbacks,
        operations,
        cards,
        indexed,
        paging,
        former,
        client,
        others,
        scripts,
        model);
  }

  /** See {@link ServerNames}. */
  public String vendor() {
    return names.vendor();
  }

  /** See {@link ServerNames}. */
  public String packageName() {
    return names.packageName();
  }

  /** See {@link ServerNames}. */
  public String operationsPackage() {
    return names.operationsPackage();
  }

  /** See {@link ServerNames}. */
  public String modelPackage() {
    return names.modelPackage();
  }

  /** See {@link ServerNames}. */
  public String apiClass() {
    return names.apiClass();
  }

  /** See {@link ServerNames}. */
  public String serverClass() {
    return names.serverClass();
  }

  /** See {@link ServerNames}. */
  public String resourceRoot() {
    return names.resourceRoot();
  }

  /** See {@link ServerNames}. */
  public String source() {
    return names.source();
  }

  /** The API's title. */
  public String title() {
    return model.title();
  }

  /** The API's version, as written in the document. */
  public String version() {
    return model.version();
  }

  /** The alternative security requirements of operations that declare none themselves. */
  public List<SecurityRequirement> security() {
    return model.security();
  }
}
